package org.gan4j.standard.net.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.gan4j.api.Discriminator;
import org.gan4j.api.Generator;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.NetSpec;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.plain.shape.ShapeAlgebra;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.He;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.activation.Identity;
import org.gan4j.standard.layer.activation.Relu;
import org.gan4j.standard.layer.activation.Sigmoid;
import org.gan4j.standard.layer.activation.Tanh;
import org.junit.jupiter.api.Test;

class ImageNetsTest {
    private static final Shape DIGITS = Shape.of(28, 28);
    private static final Shape LATENT = Shape.of(100);

    private static DcganGenerator dcganGenerator(int width) {
        return new DcganGenerator(width, 4, new Identity(), new Sigmoid(), new Normal(0.02));
    }

    private static DcganDiscriminator dcganDiscriminator(int width) {
        return new DcganDiscriminator(width, 4, new Identity(), 0.2, new Normal(0.02));
    }

    private static ResidualGenerator residualGenerator(int width, int blocks) {
        return new ResidualGenerator(width, blocks, 0.2, new Sigmoid(), new He());
    }

    private static ResidualDiscriminator residualDiscriminator(int width, int blocks) {
        return new ResidualDiscriminator(width, blocks, 0.2, new He());
    }

    /** Checks the shape that the net gives, and returns the number of its weights. */
    private static long weights(Generator generator, Shape latent, Shape data) {
        return weights(generator.net(latent, data), latent, data);
    }

    private static long weights(Discriminator discriminator, Shape data) {
        return weights(discriminator.net(data), data, Shape.of(1));
    }

    private static long weights(NetSpec net, Shape in, Shape out) {
        ShapeAlgebra shapes = new ShapeAlgebra();
        assertThat(net.apply(shapes, new Scope("net"), Expr.of(shapes, in.batched()))
                        .raw())
                .isEqualTo(out.batched());
        return shapes.parameterCount();
    }

    @Test
    void sides_are_halved_twice_and_further_down_to_4() {
        assertThat(HalvedImage.of(DIGITS)).isEqualTo(new HalvedImage(28, 28, 1, 2));
        assertThat(HalvedImage.of(Shape.of(32, 32, 3))).isEqualTo(new HalvedImage(32, 32, 3, 3));
        assertThat(HalvedImage.of(Shape.of(64, 64, 3)).halvings()).isEqualTo(4);
        assertThat(HalvedImage.of(Shape.of(48, 48)).halvings()).isEqualTo(3);
        assertThat(HalvedImage.of(Shape.of(64, 28)).halvings()).isEqualTo(2);
        assertThat(HalvedImage.of(Shape.of(4, 4)).halvings()).isEqualTo(2);
        assertThat(HalvedImage.of(Shape.of(32, 64, 3)).smallest(7)).isEqualTo(Shape.of(4, 8, 7));
    }

    @Test
    void other_data_is_refused() {
        for (Shape data : new Shape[] {Shape.of(2), Shape.of(30, 28), Shape.of(28, 30, 3), Shape.of(4, 4, 4, 4)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> dcganDiscriminator(8).net(data))
                    .withMessage("this net is for images [height×width] or [height×width×channels] whose sides are"
                            + " multiples of 4, got " + data + "; mlp takes any shape");
        }
    }

    @Test
    void the_dcgan_generator_has_these_weights() {
        // 100·6272 + 6272 for 7·7·128 values, 4·4·128·64 + 64, 4·4·64·1 + 1.
        assertThat(weights(dcganGenerator(64), LATENT, DIGITS)).isEqualTo(633_472 + 131_136 + 1_025);
        // The source's figure 1, with kernels of 4: 4·4·1024 values, then 512, 256, 128 and 3 channels.
        assertThat(weights(dcganGenerator(128), LATENT, Shape.of(64, 64, 3)))
                .isEqualTo(1_654_784 + 8_389_120 + 2_097_408 + 524_416 + 6_147);
    }

    @Test
    void the_dcgan_discriminator_has_these_weights() {
        // 4·4·1·64 + 64, 4·4·64·128 + 128, 7·7·128 + 1.
        assertThat(weights(dcganDiscriminator(64), DIGITS)).isEqualTo(1_088 + 131_200 + 6_273);
        // 4·4·3·64 + 64, 4·4·64·128 + 128, 4·4·128·256 + 256, 4·4·256 + 1.
        assertThat(weights(dcganDiscriminator(64), Shape.of(32, 32, 3))).isEqualTo(3_136 + 131_200 + 524_544 + 4_097);
    }

    @Test
    void kernels_of_every_even_size_halve_and_double() {
        for (int kernel : new int[] {2, 4, 6, 8}) {
            Normal normal = new Normal(0.02);
            weights(new DcganGenerator(2, kernel, new Identity(), new Tanh(), normal), LATENT, Shape.of(16, 24, 3));
            weights(new DcganDiscriminator(2, kernel, new Identity(), 0.2, normal), Shape.of(16, 24, 3));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DcganDiscriminator(2, 5, new Identity(), 0.2, new Normal(0.02)))
                .withMessage("kernel 5 is odd and cannot halve the sides exactly; the nearest even size is 6");
    }

    @Test
    void normalisation_stands_where_the_source_has_it() {
        // Any layer can stand there; a second rectifier shows where.
        NetSpec generator =
                new DcganGenerator(4, 4, new Tanh(), new Sigmoid(), new Normal(0.02)).net(LATENT, Shape.of(32, 32));
        assertThat(generator.layers().stream().filter(new Tanh()::equals)).hasSize(3);
        assertThat(generator.layers().subList(3, 5)).containsExactly(new Tanh(), new Relu());
        NetSpec discriminator = new DcganDiscriminator(4, 4, new Tanh(), 0.2, new Normal(0.02)).net(Shape.of(32, 32));
        assertThat(discriminator.layers().stream().filter(new Tanh()::equals)).hasSize(2);
        assertThat(discriminator.layers().get(4)).isEqualTo(new Tanh());
    }

    @Test
    void the_residual_generator_has_these_weights() {
        // A block of n channels has n² + n, 9n² + n and n² + n weights: 11,360 of 32, 2,864 of 16, 728 of 8.
        // 10·1568 + 1568 for 7·7·32 values, a block, 32·16 + 16, a block, 16·8 + 8, a block, 8·1 + 1.
        assertThat(weights(residualGenerator(8, 1), Shape.of(10), DIGITS))
                .isEqualTo(17_248 + 11_360 + 528 + 2_864 + 136 + 728 + 9);
        assertThat(weights(residualGenerator(8, 2), Shape.of(10), DIGITS)
                        - weights(residualGenerator(8, 1), Shape.of(10), DIGITS))
                .isEqualTo(11_360 + 2_864 + 728);
        weights(residualGenerator(4, 1), LATENT, Shape.of(32, 32, 3));
    }

    @Test
    void the_residual_discriminator_has_these_weights() {
        // 1·8 + 8, a block, 8·16 + 16, a block, 16·32 + 32, a block, 7·7·32 + 1.
        assertThat(weights(residualDiscriminator(8, 1), DIGITS))
                .isEqualTo(16 + 728 + 144 + 2_864 + 544 + 11_360 + 1_569);
        weights(residualDiscriminator(4, 1), Shape.of(32, 32, 3));
    }

    @Test
    void residual_blocks_change_nothing_at_first() {
        Shape data = Shape.of(4, 4);
        NetSpec deep = residualDiscriminator(2, 3).net(data);
        NetSpec shallow = residualDiscriminator(2, 1).net(data);
        Array image = Array.filled(data.batched().example().prepend(1), 0.5);
        assertThat(logit(deep, image)).isEqualTo(logit(shallow, image)).isNotEqualTo(0);
    }

    private static double logit(NetSpec net, Array image) {
        RealAlgebra algebra = new RealAlgebra();
        return net.apply(algebra, new Scope("d"), Expr.of(algebra, image)).raw().single();
    }

    @Test
    void the_last_layer_gives_one_logit() {
        assertThat(residualDiscriminator(2, 1).net(DIGITS).layers())
                .last()
                .isEqualTo(new Dense(1, new He(), new Constant(0)));
    }
}
