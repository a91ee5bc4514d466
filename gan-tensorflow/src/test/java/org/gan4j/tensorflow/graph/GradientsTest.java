package org.gan4j.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.plain.Array;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

@Tag("tensorflow")
class GradientsTest {
    private final Bench bench = Bench.onCpu();
    private final GraphAlgebra net = bench.evaluating();
    private final Expr<Operand<TFloat32>> x = net.expr(bench.input(Array.of(1, 2, 3)));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void of_a_sum_of_cubes_are_three_squares_and_again_six_times_x() {
        Expr<Operand<TFloat32>> first = gradient(x.square().times(x).sum());
        assertThat(bench.fetch(first.raw()).values()).containsExactly(3, 12, 27);
        assertThat(bench.fetch(gradient(first.sum()).raw()).values()).containsExactly(6, 12, 18);
    }

    @Test
    void of_a_vector_are_refused_with_its_shape() {
        assertThatThrownBy(() -> gradient(x.square()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the loss must be a scalar, such as a mean; it has the shape [3]");
    }

    @Test
    void by_what_the_scalar_does_not_depend_on_name_the_tensor() {
        assertThatThrownBy(() -> gradient(x.constant(3).times(2)))
                .hasMessageContaining("the loss has no gradient with respect to Identity");
    }

    @Test
    void by_what_is_cut_off_by_stop_gradient_name_the_tensor() {
        assertThatThrownBy(() -> gradient(x.stopGradient().sum()))
                .hasMessageContaining("the loss has no gradient with respect to Identity");
        assertThatThrownBy(() -> gradient(x.greater(2).sum()))
                .hasMessageContaining("the loss has no gradient with respect to Identity");
    }

    @Test
    void second_ones_that_tensorflow_lacks_name_the_operation() {
        Expr<Operand<TFloat32>> first = gradient(x.tanh().sum());
        assertThatThrownBy(() -> gradient(first.square().sum()))
                .hasMessage(
                        "the loss cannot be differentiated: TensorFlow has no derivative of the operation TanhGrad");
    }

    private Expr<Operand<TFloat32>> gradient(Expr<Operand<TFloat32>> y) {
        return net.expr(new Gradients(bench.nodes)
                .of("the loss", y.raw(), List.of(x.raw()))
                .get(0));
    }
}
