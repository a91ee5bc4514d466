package org.gan4j.plain.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.standard.initializer.Marginals;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Dropout;
import org.gan4j.standard.layer.activation.Relu;
import org.junit.jupiter.api.Test;

class ShapeAlgebraTest {
    private final ShapeAlgebra algebra = new ShapeAlgebra();
    private final Scope d = new Scope("discriminator");

    private static NetSpec net(Initializer bias) {
        return NetSpec.of(List.of(
                new Dense(4, new Glorot(), new Constant(0)),
                new Relu(),
                new Dropout(0.5),
                new Dense(2, new Glorot(), bias)));
    }

    private Shape apply(ShapeAlgebra shapes, NetSpec net, Shape x) {
        return net.apply(shapes, d, Expr.of(shapes, x)).raw();
    }

    @Test
    void weights_are_named_and_counted() {
        assertThat(apply(algebra, net(new Constant(0)), Shape.of(3).batched()))
                .isEqualTo(Shape.of(2).batched());
        assertThat(algebra.parameters())
                .containsEntry("discriminator.dense1.weights", Shape.of(3, 4))
                .containsEntry("discriminator.dense1.bias", Shape.of(4))
                .containsEntry("discriminator.dense2.weights", Shape.of(4, 2))
                .containsEntry("discriminator.dense2.bias", Shape.of(2))
                .hasSize(4);
        // 3·4 + 4 + 4·2 + 2 = 26.
        assertThat(algebra.parameterCount()).isEqualTo(26);
    }

    @Test
    void one_net_on_inputs_of_two_widths_is_refused_by_the_name_of_its_weights() {
        apply(algebra, net(new Constant(0)), Shape.of(3).batched());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> apply(algebra, net(new Constant(0)), Shape.of(5).batched()))
                .withMessage(
                        "discriminator.dense1.weights has the shape [3×4] for one input and would need [5×4] for another: "
                                + "the inputs of this net differ in width");
    }

    @Test
    void the_batch_fits_itself_and_1() {
        Shape batch = Shape.of(3).batched();
        assertThat(algebra.add(batch, Shape.of(1, 3))).isEqualTo(batch);
        assertThat(algebra.multiply(Shape.of(), batch)).isEqualTo(batch);
        assertThat(algebra.select(algebra.greater(batch, batch), batch, Shape.of()))
                .isEqualTo(batch);
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.add(batch, Shape.of(7, 3)));
    }

    @Test
    void a_complaint_names_the_weights_asked_for_last() {
        algebra.parameter(new Scope("generator.dense1.weights"), Shape.of(2, 3), new Constant(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> algebra.matMul(Shape.of(4).batched(), Shape.of(2, 3)))
                .withMessage(
                        "at generator.dense1.weights: the matrix product of [batch×4] and [2×3] needs two matrices, the first as "
                                + "wide as the second is high");
    }

    @Test
    void other_misfits_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> algebra.biasAdd(Shape.of(4).batched(), Shape.of(3)))
                .withMessage("a bias of shape [3] does not fit the last axis of [batch×4]");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> algebra.reshape(Shape.of(4).batched(), Shape.of(3).batched()))
                .withMessage("the values of [batch×4] do not fill the shape [batch×3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> algebra.constant(Shape.of(2), new double[3]))
                .withMessage("a constant of shape [2] takes 2 values, not 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> algebra.concat(1, List.of(Shape.of(2, 1), Shape.of(3, 1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> algebra.slice(Shape.of(4).batched(), -1, 2, 5))
                .withMessage("axis -1 of [batch×4] has no part from 2 to before 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> algebra.transpose(Shape.of(2, 2, 2)))
                .withMessage("only a matrix can be transposed; got the shape [2×2×2]");
    }

    @Test
    void reductions_keep_named_axes_with_size_1() {
        Shape x = Shape.of(5, 3).batched();
        assertThat(algebra.mean(x)).isEqualTo(Shape.of());
        assertThat(algebra.max(x, 1)).isEqualTo(Shape.of(1, 3).batched());
        assertThat(algebra.logSumExp(x, 0)).isEqualTo(Shape.of(1, 5, 3));
    }

    @Test
    void a_part_of_an_axis_is_as_long_as_it_says_and_a_transposed_matrix_has_its_sizes_exchanged() {
        Shape x = Shape.of(5, 3).batched();
        assertThat(algebra.slice(x, 1, 2, 4)).isEqualTo(Shape.of(2, 3).batched());
        assertThat(algebra.slice(x, 0, 8, 9)).isEqualTo(Shape.of(1, 5, 3));
        assertThat(algebra.transpose(Shape.of(3).batched())).isEqualTo(Shape.of(3, Shape.ANY));
    }

    @Test
    void joining_batches_gives_a_batch() {
        Shape batch = Shape.of(3).batched();
        assertThat(algebra.concat(0, List.of(batch, batch))).isEqualTo(batch);
        assertThat(algebra.concat(1, List.of(batch, Shape.of(2).batched())))
                .isEqualTo(Shape.of(5).batched());
    }

    @Test
    void means_of_endless_data_are_refused_by_the_name_of_the_weights() {
        assertThatThrownBy(() -> apply(
                        ShapeAlgebra.of(new Endless()),
                        net(new Marginals()),
                        Shape.of(3).batched()))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "discriminator.dense2.bias: Marginals[]: Endless[] is endless, so there are no means over a training split");
    }

    @Test
    void means_of_data_of_another_width_are_refused_without_loading_it() {
        assertThat(apply(
                        ShapeAlgebra.of(new Unloaded(2)),
                        net(new Marginals()),
                        Shape.of(3).batched()))
                .isEqualTo(Shape.of(2).batched());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> apply(
                        ShapeAlgebra.of(new Unloaded(3)),
                        net(new Marginals()),
                        Shape.of(3).batched()))
                .withMessage("discriminator.dense2.bias of shape [2] takes 2 values, not 3");
    }

    @Test
    void draws_are_batches() {
        Noise<Shape> noise = algebra.noise();
        assertThat(noise.uniform(Shape.of(3)).raw()).isEqualTo(Shape.of(3).batched());
        assertThat(noise.normal(Shape.of(3)).raw()).isEqualTo(Shape.of(3).batched());
    }

    private record Endless() implements Dataset.Sampler {
        @Override
        public Shape shape() {
            return Shape.of(2);
        }

        @Override
        public <T> Expr<T> draw(Noise<T> noise) {
            return noise.normal(shape());
        }
    }

    private record Unloaded(int width) implements Dataset.Finite {
        @Override
        public Shape shape() {
            return Shape.of(width);
        }

        @Override
        public Table load(Split split) {
            throw new AssertionError("nothing should be loaded");
        }

        @Override
        public String digest() {
            throw new AssertionError("nothing should be loaded");
        }
    }
}
