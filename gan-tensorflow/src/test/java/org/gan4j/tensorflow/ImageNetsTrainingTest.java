package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Generator;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.net.Layer;
import org.gan4j.standard.initializer.He;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.activation.Identity;
import org.gan4j.standard.layer.activation.Sigmoid;
import org.gan4j.standard.layer.normalization.BatchNorm;
import org.gan4j.standard.net.image.DcganDiscriminator;
import org.gan4j.standard.net.image.DcganGenerator;
import org.gan4j.standard.net.image.ResidualDiscriminator;
import org.gan4j.standard.net.image.ResidualGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolutional nets learn from images with and without an axis of channels. */
@Tag("tensorflow")
class ImageNetsTrainingTest {
    /** Holds images of random bytes. */
    record RandomPictures(Shape shape) implements Dataset.Finite {
        @Override
        public Table load(Split split) {
            byte[] bytes = new byte[64 * shape.size()];
            new Random(1).nextBytes(bytes);
            return new Table(shape, bytes, Optional.empty());
        }

        @Override
        public String digest() {
            return "random";
        }
    }

    static Shape[] shapes() {
        return new Shape[] {Shape.of(28, 28), Shape.of(8, 12, 3)};
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void dcgan_trains(Shape data) {
        assertLearns(
                data,
                new DcganGenerator(4, 4, new Identity(), new Sigmoid(), new Normal(0.02)),
                new DcganDiscriminator(4, 4, new Identity(), 0.2, new Normal(0.02)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void dcgan_trains_with_normalised_layers(Shape data) {
        Layer norm = new BatchNorm(0.9, 1e-5);
        assertLearns(
                data,
                new DcganGenerator(4, 4, norm, new Sigmoid(), new Normal(0.02)),
                new DcganDiscriminator(4, 4, norm, 0.2, new Normal(0.02)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void residual_nets_train(Shape data) {
        assertLearns(
                data,
                new ResidualGenerator(4, 1, 0.2, new Sigmoid(), new He()),
                new ResidualDiscriminator(4, 1, 0.2, new He()));
    }

    /**
     * All weights move: those before a convolution that begins at 0 do so from the second update on. A bias before a
     * layer that normalises has no effect, so biases may stay.
     */
    private static void assertLearns(Shape data, Generator generator, Discriminator discriminator) {
        try (TensorFlowRun run = Experiments.open(Experiments.ring()
                .dataset(new RandomPictures(data))
                .batch(8)
                .generator(generator)
                .discriminator(discriminator))) {
            SortedMap<String, FloatTensor> before = run.weights();
            assertThat(run.advance(3).values()).allMatch(Double::isFinite);
            run.weights().forEach((name, values) -> {
                if (name.endsWith(".weights")) {
                    assertThat(values).as(name).isNotEqualTo(before.get(name));
                }
            });
            assertThat(run.generate(run.latent(5, "test")).shape()).isEqualTo(data.prepend(5));
        }
    }
}
