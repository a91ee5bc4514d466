package org.gan4j.standard.layer.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import org.gan4j.standard.layer.activation.Relu;
import org.gan4j.standard.layer.activation.Tanh;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ConvolutionsTest {
    private static final Scope AT = new Scope("d.layer1");
    private static final Normal RANDOM = new Normal(1);
    private static final Constant ZERO = new Constant(0);

    private static Array image(int side, double... values) {
        return new Array(Shape.of(1, side, side, 1), values);
    }

    private static Array apply(Layer layer, Map<String, Array> weights, Array x) {
        RealAlgebra algebra = new RealAlgebra(weights, false, 1);
        return layer.apply(algebra, AT, Expr.of(algebra, x)).raw();
    }

    private static ShapeAlgebra shapes(Layer layer, Shape in, Shape out) {
        ShapeAlgebra shapes = new ShapeAlgebra();
        assertThat(layer.apply(shapes, AT, Expr.of(shapes, in.batched())).raw()).isEqualTo(out.batched());
        return shapes;
    }

    @TestFactory
    Stream<DynamicContainer> every_layer_keeps_the_laws() {
        return Stream.of(
                        new Convolution(3, 2, 1, 0, RANDOM, RANDOM),
                        new Convolution(2, 3, 2, 2, RANDOM, RANDOM),
                        new MaxoutConvolution(2, 3, 2, 0, 1, 1, RANDOM),
                        new MaxoutConvolution(2, 2, 3, 2, 3, 2, RANDOM),
                        new MaxPool(2, 2),
                        new MaxPool(3, 1),
                        new Deconvolution(3, 3, 2, 0, false, RANDOM, RANDOM),
                        new Deconvolution(2, 4, 2, 1, true, RANDOM, RANDOM),
                        new Upsample(3),
                        new Residual(List.of(new Tanh(), new Convolution(2, 3, 1, 1, RANDOM, RANDOM))))
                .map(layer -> DynamicContainer.dynamicContainer(
                        layer.toString(), LawTests.of(LayerLaws.of(layer, Shape.of(4, 5, 2)))));
    }

    @TestFactory
    Stream<DynamicTest> a_smaller_image_keeps_the_laws() {
        return LawTests.of(LayerLaws.of(new Downsample(2), Shape.of(4, 6, 2)));
    }

    @Test
    void each_value_fills_a_square() {
        Array x = new Array(Shape.of(1, 1, 2, 2), new double[] {1, 2, 3, 4});
        // Two places with two channels each: (1, 2) and (3, 4).
        assertThat(apply(new Upsample(2), Map.of(), x))
                .isEqualTo(
                        new Array(Shape.of(1, 2, 4, 2), new double[] {1, 2, 1, 2, 3, 4, 3, 4, 1, 2, 1, 2, 3, 4, 3, 4}));
    }

    @Test
    void each_square_becomes_its_mean() {
        // (1 + 2 + 5 + 6)/4 = 3.5, (3 + 4 + 7 + 8)/4 = 5.5, and 8 more in the rows below.
        assertThat(apply(new Downsample(2), Map.of(), image(4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)))
                .isEqualTo(image(2, 3.5, 5.5, 11.5, 13.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> apply(new Downsample(2), Map.of(), image(3, 1, 2, 3, 4, 5, 6, 7, 8, 9)))
                .withMessage("d.layer1 expects images whose sides are multiples of 2, got [1×3×3×1]");
    }

    @Test
    void a_smaller_image_of_a_larger_one_is_the_image() {
        Array x = image(3, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(apply(new Downsample(4), Map.of(), apply(new Upsample(4), Map.of(), x)))
                .isEqualTo(x);
    }

    @Test
    void a_residual_block_adds_its_layers_to_its_input() {
        // 1 + relu(1) = 2, and -2 + relu(-2) = -2.
        assertThat(apply(new Residual(List.of(new Relu())), Map.of(), image(1, 1)))
                .isEqualTo(image(1, 2));
        assertThat(apply(new Residual(List.of(new Relu())), Map.of(), image(1, -2)))
                .isEqualTo(image(1, -2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> apply(new Residual(List.of(new Upsample(2))), Map.of(), image(1, 1)))
                .withMessage("d.layer1 expects layers that keep the shape [1×1×1×1], got [1×2×2×1]");
    }

    @Test
    void a_convolution_slides_its_kernel_without_flipping_it() {
        Layer layer = new Convolution(1, 2, 1, 0, ZERO, ZERO);
        Map<String, Array> weights = Map.of(
                "d.layer1.weights",
                new Array(Shape.of(2, 2, 1, 1), new double[] {1, 10, 100, 1000}),
                "d.layer1.bias",
                Array.of(0.5));
        // The first window holds 1 2 / 4 5: 1·1 + 2·10 + 4·100 + 5·1000 + 0.5; the next, one to the right, 2 3 / 5 6;
        // and so on.
        assertThat(apply(layer, weights, image(3, 1, 2, 3, 4, 5, 6, 7, 8, 9)))
                .isEqualTo(image(2, 5421.5, 6532.5, 8754.5, 9865.5));
    }

    @Test
    void padding_and_stride() {
        Layer layer = new Convolution(1, 2, 2, 1, ZERO, ZERO);
        Map<String, Array> weights = Map.of(
                "d.layer1.weights",
                new Array(Shape.of(2, 2, 1, 1), new double[] {1, 10, 100, 1000}),
                "d.layer1.bias",
                Array.of(0));
        // In a frame of zeros the windows hold 0 0 / 0 1, 0 0 / 2 0, 0 3 / 0 0 and 4 0 / 0 0.
        assertThat(apply(layer, weights, image(2, 1, 2, 3, 4))).isEqualTo(image(2, 1000, 200, 30, 4));
    }

    @Test
    void a_transposed_convolution_spreads_each_value_over_the_kernel() {
        Layer layer = new Deconvolution(1, 2, 1, 0, false, ZERO, ZERO);
        Map<String, Array> weights = Map.of(
                "d.layer1.weights", new Array(Shape.of(2, 2, 1, 1), new double[] {1, 10, 100, 1000}),
                "d.layer1.bias", new Array(Shape.of(3, 3, 1), new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0.5}));
        // Each value of 1 2 / 3 4 lays 1 10 / 100 1000 times itself over the result; where they overlap they add up.
        assertThat(apply(layer, weights, image(2, 1, 2, 3, 4)))
                .isEqualTo(image(3, 1, 12, 20, 103, 1234, 2040, 300, 3400, 4000.5));
    }

    @Test
    void maxout_takes_the_largest_piece_and_then_of_windows_that_may_reach_over_the_edge() {
        Layer layer = new MaxoutConvolution(1, 2, 1, 0, 2, 2, ZERO);
        // The pieces are x and -x; of 3×3 values windows of 2×2, two apart, are whole, cut on the right, below, and in
        // both.
        Map<String, Array> weights = Map.of(
                "d.layer1.weights",
                new Array(Shape.of(1, 1, 1, 2), new double[] {1, -1}),
                "d.layer1.bias",
                Array.of(0, 0));
        assertThat(apply(layer, weights, image(3, 1, -7, 2, 3, 4, -9, 0, 5, -1)))
                .isEqualTo(image(2, 7, 9, 5, 1));
    }

    @Test
    void max_pool_takes_the_largest_value_of_windows_that_may_reach_over_the_edge() {
        assertThat(apply(new MaxPool(2, 2), Map.of(), image(3, 1, -7, 2, 3, 4, -9, 0, 5, -1)))
                .isEqualTo(image(2, 4, 2, 5, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MaxPool(2, 3))
                .withMessageContaining("stride 3 would leave out values between windows of 2×2");
    }

    @Test
    void the_sizes_of_the_published_discriminator() {
        // 32 + 2·4 - 8 + 1 = 33, (33 - 4) / 2 + 1 = 15.5, up to 16; 8·8·3·64 weights and 64 biases.
        assertThat(shapes(new MaxoutConvolution(32, 2, 8, 4, 4, 2, ZERO), Shape.of(32, 32, 3), Shape.of(16, 16, 32))
                        .parameterCount())
                .isEqualTo(12_352);
        // 16 + 2·3 - 8 + 1 = 15, as the published partial_sum of 15 tells; (15 - 4) / 2 + 1 = 6.5, up to 7.
        shapes(new MaxoutConvolution(32, 2, 8, 3, 4, 2, ZERO), Shape.of(16, 16, 32), Shape.of(7, 7, 32));
        // 7 + 2·3 - 5 + 1 = 9, (9 - 2) / 2 + 1 = 4.5, up to 5.
        shapes(new MaxoutConvolution(192, 2, 5, 3, 2, 2, ZERO), Shape.of(7, 7, 32), Shape.of(5, 5, 192));
    }

    @Test
    void the_sizes_of_the_published_deconvolution() {
        // (10 - 1)·3 + 5 = 32; 5·5·3·80 weights, and a bias for each of 32·32·3 values.
        assertThat(shapes(new Deconvolution(3, 5, 3, 0, false, ZERO, ZERO), Shape.of(10, 10, 80), Shape.of(32, 32, 3))
                        .parameterCount())
                .isEqualTo(6_000 + 3_072);
    }

    @Test
    void what_does_not_fit_is_refused_in_words() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shapes(new Convolution(1, 3, 1, 0, ZERO, ZERO), Shape.of(9), Shape.of(1, 1, 1)))
                .withMessageContaining("d.layer1 expects images [batch×height×width×channels], got [batch×9]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shapes(new Convolution(1, 5, 1, 1, ZERO, ZERO), Shape.of(2, 8, 1), Shape.of(1, 1, 1)))
                .withMessageContaining("images of 2×8 are too small: 3×3 or more are needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MaxoutConvolution(1, 2, 3, 0, 2, 3, ZERO))
                .withMessageContaining("poolStride 3 would leave out values");
    }
}
