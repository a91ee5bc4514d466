package org.gan4j.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.experiment.Precision;
import org.gan4j.plain.Array;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Tests the number formats of products. bfloat16 has 8 significant bits: between 1 and 2 its numbers are 1/128 apart, between 256 and
 * 512 they are 2 apart.
 */
@Tag("tensorflow")
class ProductsTest {
    private static final double BELOW_HALF_A_STEP = 1 + 1.0 / 512;
    private static final Shape ONE = Shape.of(1, 1);

    @Test
    void factors_are_rounded() {
        assertThat(product(Precision.BFLOAT16, ONE, BELOW_HALF_A_STEP)).containsExactly(1);
        assertThat(product(Precision.FLOAT32, ONE, BELOW_HALF_A_STEP)).containsExactly(BELOW_HALF_A_STEP);
    }

    /** 256 + 1 + 1 + 1 is 259, which rounds to 260; sums that were rounded one by one would stay at 256. */
    @Test
    void a_product_is_summed_in_float32_and_rounded_once() {
        assertThat(product(Precision.BFLOAT16, Shape.of(1, 4), 256, 1, 1, 1)).containsExactly(260);
        assertThat(product(Precision.FLOAT32, Shape.of(1, 4), 256, 1, 1, 1)).containsExactly(259);
    }

    @Test
    void convolutions_are_products() {
        Shape image = Shape.of(1, 1, 1, 1);
        for (BiFunction<GraphAlgebra, Operand<TFloat32>, Operand<TFloat32>> convolution :
                List.<BiFunction<GraphAlgebra, Operand<TFloat32>, Operand<TFloat32>>>of(
                        (net, x) -> net.conv2d(x, net.constant(image, new double[] {1}), 1, 0),
                        (net, x) -> net.conv2dTranspose(x, net.constant(image, new double[] {1}), 1, 0))) {
            assertThat(of(Precision.BFLOAT16, image, convolution, BELOW_HALF_A_STEP))
                    .containsExactly(1);
            assertThat(of(Precision.FLOAT32, image, convolution, BELOW_HALF_A_STEP))
                    .containsExactly(BELOW_HALF_A_STEP);
        }
    }

    /** The derivative of x·w by w is x, rounded. */
    @Test
    void derivatives_are_products_of_the_same_format() {
        assertThat(slope(Precision.BFLOAT16)).containsExactly(1);
        assertThat(slope(Precision.FLOAT32)).containsExactly(BELOW_HALF_A_STEP);
    }

    private static double[] slope(Precision precision) {
        try (Bench bench = Bench.onCpu()) {
            GraphAlgebra net = bench.training(precision);
            Operand<TFloat32> x = bench.input(Array.filled(ONE, BELOW_HALF_A_STEP));
            Operand<TFloat32> w = bench.input(Array.filled(ONE, 3));
            Operand<TFloat32> product = net.sum(net.matMul(x, w));
            return bench.fetch(new Gradients(bench.nodes)
                            .of("the product", product, List.of(w))
                            .get(0))
                    .values();
        }
    }

    /** Returns the product of a row with a column of ones. */
    private static double[] product(Precision precision, Shape row, double... values) {
        return of(
                precision,
                row,
                (net, x) -> net.matMul(x, net.constant(Shape.of(values.length, 1), ones(values.length))),
                values);
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] of(
            Precision precision,
            Shape shape,
            BiFunction<GraphAlgebra, Operand<TFloat32>, Operand<TFloat32>> function,
            double... values) {
        try (Bench bench = Bench.onCpu()) {
            return bench.fetch(function.apply(bench.training(precision), bench.input(new Array(shape, values))))
                    .values();
        }
    }
}
