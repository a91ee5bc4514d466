package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Contrast;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.run.WeightDigest;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Dropout;
import org.gan4j.standard.layer.Reshape;
import org.gan4j.standard.layer.activation.Sigmoid;
import org.gan4j.standard.layer.convolution.Convolution;
import org.gan4j.standard.layer.convolution.Deconvolution;
import org.gan4j.standard.layer.convolution.MaxoutConvolution;
import org.gan4j.standard.net.LayersDiscriminator;
import org.gan4j.standard.net.LayersGenerator;
import org.gan4j.standard.optimizer.Momentum;
import org.gan4j.standard.schedule.Simultaneous;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains nets with every kind of convolution. */
@Tag("tensorflow")
class ConvolutionTest {
    private static final Normal RANDOM = new Normal(0.1);
    private static final Constant ZERO = new Constant(0);
    private static final Table IMAGES = images();

    @TempDir
    Path folder;

    private static Table images() {
        byte[] bytes = new byte[60 * 8 * 8 * 3];
        new Random(1).nextBytes(bytes);
        return new Table(Shape.of(8, 8, 3), bytes, Optional.empty()).with(new Contrast(14));
    }

    record Colours() implements Dataset.Finite {
        @Override
        public Shape shape() {
            return IMAGES.example();
        }

        @Override
        public Table load(Split split) {
            return IMAGES;
        }

        @Override
        public String digest() {
            return "random";
        }
    }

    private static TensorFlowRun open() {
        return Experiments.open(Experiments.ring()
                .dataset(new Colours())
                .batch(12)
                .generator(new LayersGenerator(List.of(
                        new Dense(32, RANDOM, ZERO),
                        new Sigmoid(),
                        new Reshape(List.of(2, 2, 8)),
                        new Deconvolution(4, 4, 2, 1, true, RANDOM, ZERO),
                        new Deconvolution(3, 5, 1, 0, false, RANDOM, ZERO))))
                .discriminator(new LayersDiscriminator(List.of(
                        new Dropout(0.8),
                        new MaxoutConvolution(8, 2, 4, 2, 4, 2, RANDOM),
                        new Convolution(4, 3, 2, 1, RANDOM, ZERO),
                        new Reshape(List.of(16)),
                        new Dropout(0.5),
                        new Dense(1, RANDOM, ZERO))))
                .optimizer(new Momentum(0.05, 1.0001, 1e-6, 0.5, 0.7, 20))
                .schedule(new Simultaneous()));
    }

    @Test
    void two_runs_and_one_that_was_resumed_are_equal_to_the_bit() {
        Path checkpoint = folder.resolve("at-13");
        String straight;
        try (TensorFlowRun run = open()) {
            run.advance(13);
            run.save(checkpoint);
            run.advance(17);
            straight = WeightDigest.sha256(run.weights());
        }
        try (TensorFlowRun again = open()) {
            String untrained = WeightDigest.sha256(again.weights());
            again.advance(30);
            assertThat(WeightDigest.sha256(again.weights())).isEqualTo(straight).isNotEqualTo(untrained);
        }
        try (TensorFlowRun resumed = open()) {
            resumed.restore(checkpoint);
            resumed.advance(17);
            assertThat(WeightDigest.sha256(resumed.weights())).isEqualTo(straight);
        }
    }

    @Test
    void what_the_graph_makes_of_the_bytes_is_what_the_table_says() {
        FloatTensor expected = IMAGES.toFloats();
        try (TensorFlowRun run = open()) {
            FloatTensor real = run.real(60, "look");
            assertThat(sorted(real)).containsExactly(sorted(expected), within(1e-5f));
        }
    }

    /** All values of all images: the run gives the same images in another order. */
    private static float[] sorted(FloatTensor images) {
        float[] values = images.values().clone();
        Arrays.sort(values);
        return values;
    }
}
