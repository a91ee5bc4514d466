package org.gan4j.standard.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.LayerLaws;
import org.gan4j.api.net.Layer;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.plain.shape.ShapeAlgebra;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.activation.Identity;
import org.gan4j.standard.layer.activation.LeakyRelu;
import org.gan4j.standard.layer.activation.Relu;
import org.gan4j.standard.layer.activation.Scale;
import org.gan4j.standard.layer.activation.Sigmoid;
import org.gan4j.standard.layer.activation.Tanh;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LayersTest {
    private static final Scope AT = new Scope("d.layer1");
    private static final Constant ZERO = new Constant(0);

    private static Array apply(Layer layer, RealAlgebra algebra, Array x) {
        return layer.apply(algebra, AT, Expr.of(algebra, x)).raw();
    }

    private static double[] each(Layer layer, double... x) {
        return apply(layer, new RealAlgebra(), new Array(Shape.of(1, x.length), x))
                .values();
    }

    private static Array matrix(int rows, int columns, double... values) {
        return new Array(Shape.of(rows, columns), values);
    }

    @TestFactory
    Stream<DynamicContainer> every_layer_keeps_the_laws() {
        Normal random = new Normal(1);
        return Stream.of(
                        new Dense(3, random, random),
                        new Maxout(2, 3, random),
                        new Dropout(0.5),
                        new Dropout(1),
                        new GaussianNoise(0.5),
                        new GaussianNoise(0),
                        new Reshape(List.of(2, 2, 1)),
                        new Relu(),
                        new LeakyRelu(0.2),
                        new Tanh(),
                        new Sigmoid(),
                        new Identity(),
                        new Scale(2, -1))
                .map(layer -> DynamicContainer.dynamicContainer(
                        layer.toString(), LawTests.of(LayerLaws.of(layer, Shape.of(4)))));
    }

    @Test
    void noise_acts_in_training_alone_and_is_another_for_each_use() {
        Array zeros = Array.filled(Shape.of(2000, 4), 0);
        RealAlgebra training = new RealAlgebra(Map.of(), true, 1);
        double[] one = apply(new GaussianNoise(0.5), training, zeros).values();
        double[] other = apply(new GaussianNoise(0.5), training, zeros).values();
        double variance = Arrays.stream(one).map(x -> x * x).average().orElseThrow();
        // 8000 draws: the variance 1/4 has a standard error of 0.25·√(2/8000) = 0.004.
        assertThat(variance).isCloseTo(0.25, within(0.016));
        double covariance = 0;
        for (int i = 0; i < one.length; i++) {
            covariance += one[i] * other[i] / one.length;
        }
        // Independent: a standard error of 0.25/√8000 = 0.0028.
        assertThat(covariance).isCloseTo(0, within(0.0112));
        assertThat(each(new GaussianNoise(0.5), 1, -2)).containsExactly(1, -2);
    }

    @Test
    void dense_is_x_times_W_plus_b() {
        // [1 2]·[1 0 -1; 2 1 0.5] + [0.5 0 -1] = [1+4+0.5, 0+2, -1+1-1].
        RealAlgebra algebra = new RealAlgebra(
                Map.of("d.layer1.weights", matrix(2, 3, 1, 0, -1, 2, 1, 0.5), "d.layer1.bias", Array.of(0.5, 0, -1)),
                false,
                0);
        assertThat(apply(new Dense(3, ZERO, ZERO), algebra, matrix(1, 2, 1, 2))).isEqualTo(matrix(1, 3, 5.5, 2, -1));
    }

    @Test
    void maxout_takes_the_largest_piece_of_each_unit() {
        // Pieces lie behind each other: x = 1 gives (1, 2), (3, 4), (5, -6), and with the bias (1, 2), (3, 4), (5, 14).
        RealAlgebra algebra = new RealAlgebra(
                Map.of(
                        "d.layer1.weights", matrix(1, 6, 1, 2, 3, 4, 5, -6),
                        "d.layer1.bias", Array.of(0, 0, 0, 0, 0, 20)),
                false,
                0);
        assertThat(apply(new Maxout(2, 3, ZERO), algebra, matrix(2, 1, 1, -1)))
                // x = -1 gives (-1, -2), (-3, -4), (-5, 26).
                .isEqualTo(matrix(2, 2, 5, 14, -1, 26));
    }

    @Test
    void activations() {
        assertThat(each(new Relu(), -2, 0, 3)).containsExactly(0, 0, 3);
        assertThat(each(new LeakyRelu(0.25), -2, 0, 3)).containsExactly(-0.5, 0, 3);
        // tanh(log 2) = (2 - 1/2) / (2 + 1/2); sigmoid(log 3) = 3 / 4.
        assertThat(each(new Tanh(), 0, Math.log(2))).containsExactly(new double[] {0, 0.6}, within(1e-15));
        assertThat(each(new Sigmoid(), 0, Math.log(3))).containsExactly(new double[] {0.5, 0.75}, within(1e-15));
        assertThat(each(new Identity(), -2, 3)).containsExactly(-2, 3);
        assertThat(each(new Scale(2, -1), 0, 0.5, 1)).containsExactly(-1, 0, 1);
    }

    @Test
    void reshape_keeps_the_order_of_the_values() {
        Array x = matrix(2, 4, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(apply(new Reshape(List.of(2, 2)), new RealAlgebra(), x))
                .isEqualTo(new Array(Shape.of(2, 2, 2), x.values()));
    }

    @Test
    void reshape_to_another_number_of_values_is_refused_with_both_shapes() {
        ShapeAlgebra shapes = new ShapeAlgebra();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reshape(List.of(3))
                        .apply(shapes, AT, Expr.of(shapes, Shape.of(2, 2).batched())))
                .withMessage("d.layer1 cannot give [2×2] (4 values) the shape [3] (3 values)");
    }

    @Test
    void dense_and_maxout_want_vectors() {
        ShapeAlgebra shapes = new ShapeAlgebra();
        Expr<Shape> image = Expr.of(shapes, Shape.of(28, 28).batched());
        for (Layer layer : List.of(new Dense(1, ZERO, ZERO), new Maxout(1, 2, ZERO))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> layer.apply(shapes, AT, image))
                    .withMessage("d.layer1 expects vectors [batch×width], got [batch×28×28]; put a reshape before it");
        }
    }

    @Test
    void dropout_acts_only_while_training() {
        Array x = Array.filled(Shape.of(3, 4), 2);
        assertThat(apply(new Dropout(0.5), new RealAlgebra(Map.of(), false, 1), x))
                .isEqualTo(x);
        assertThat(apply(new Dropout(1), new RealAlgebra(Map.of(), true, 1), x)).isEqualTo(x);
    }

    @Test
    void dropout_keeps_its_share_and_scales_what_it_keeps() {
        int count = 10_000;
        Array x = Array.filled(Shape.of(count, 1), 2);
        double[] y =
                apply(new Dropout(0.8), new RealAlgebra(Map.of(), true, 1), x).values();
        assertThat(Arrays.stream(y).distinct().sorted()).containsExactly(0.0, 2.5);
        // 8000 kept, with a standard error of √(10000·0.8·0.2) = 40; five errors of room.
        assertThat(Arrays.stream(y).filter(v -> v > 0).count()).isBetween(7800L, 8200L);
    }
}
