package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.net.Layer;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Dropout;
import org.gan4j.standard.layer.Maxout;
import org.gan4j.standard.layer.Reshape;
import org.gan4j.standard.layer.activation.LeakyRelu;
import org.gan4j.standard.layer.convolution.Convolution;
import org.gan4j.standard.net.LayersDiscriminator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The input of the last of D's layers that have weights; the ring's points have two values. */
@Tag("tensorflow")
class FeaturesTest {
    private static final int COUNT = 7;

    private static Dense dense(int units) {
        return new Dense(units, new Normal(0.5), new Constant(0.1));
    }

    private static TensorFlowRun trained(Layer... layers) {
        TensorFlowRun run =
                Experiments.open(Experiments.ring().discriminator(new LayersDiscriminator(List.of(layers))));
        run.advance(3);
        return run;
    }

    /** The logit is the last layer's affine map of its input, whatever was done to its input and whatever follows without weights. */
    private static void assertFeaturesGiveTheScore(TensorFlowRun run, String last, int width) {
        FloatTensor x = run.real(COUNT, "x");
        FloatTensor features = run.features(x);
        Map<String, FloatTensor> weights = run.weights();
        float[] w = weights.get("discriminator." + last + ".weights").values();
        float b = weights.get("discriminator." + last + ".bias").values()[0];
        float[] scores = run.score(x);
        assertThat(features.shape()).isEqualTo(Shape.of(COUNT, width));
        for (int i = 0; i < COUNT; i++) {
            double logit = b;
            for (int j = 0; j < width; j++) {
                logit += features.row(i)[j] * w[j];
            }
            assertThat((double) scores[i]).isCloseTo(logit, within(1e-5));
        }
    }

    @Test
    void features_times_the_last_weights_plus_the_bias_are_the_score() {
        try (TensorFlowRun run = trained(dense(5), new LeakyRelu(0.2), dense(1))) {
            assertFeaturesGiveTheScore(run, "dense2", 5);
        }
    }

    @Test
    void dropout_is_off_and_layers_without_weights_do_not_count() {
        Layer[] layers = {
            new Dropout(0.5), new Maxout(6, 3, new Normal(0.5)), new Dropout(0.5), dense(1), new Reshape(List.of(1))
        };
        try (TensorFlowRun run = trained(layers)) {
            assertFeaturesGiveTheScore(run, "dense1", 6);
        }
    }

    @Test
    void images_come_as_rows() {
        // Three channels of 1×2 pixels are 6 values; the last kernel looks at the first of them alone and gives one
        // value.
        Layer[] layers = {
            new Reshape(List.of(1, 2, 1)),
            new Convolution(3, 1, 1, 0, new Normal(0.5), new Constant(0)),
            new Reshape(List.of(1, 6, 1)),
            new Convolution(1, 1, 6, 0, new Normal(0.5), new Constant(0)),
            new Reshape(List.of(1))
        };
        try (TensorFlowRun run = trained(layers)) {
            FloatTensor x = run.real(COUNT, "x");
            assertThat(run.features(x).shape()).isEqualTo(Shape.of(COUNT, 6));
        }
    }

    @Test
    void a_discriminator_of_one_layer_with_weights_is_given_the_examples() {
        try (TensorFlowRun run = trained(new Reshape(List.of(2, 1)), new Reshape(List.of(2)), dense(1))) {
            FloatTensor x = run.real(COUNT, "x");
            assertThat(run.features(x)).isEqualTo(x);
            assertFeaturesGiveTheScore(run, "dense1", 2);
        }
    }

    @Test
    void asking_changes_nothing_and_other_shapes_are_refused() {
        try (TensorFlowRun asked = trained(dense(5), dense(1));
                TensorFlowRun quiet = trained(dense(5), dense(1))) {
            FloatTensor x = asked.real(2345, "x");
            assertThat(asked.features(x).slice(2000, 2010).shape()).isEqualTo(Shape.of(10, 5));
            asked.advance(4);
            quiet.advance(4);
            assertThat(asked.weights()).isEqualTo(quiet.weights());
            assertThatThrownBy(() -> asked.features(new FloatTensor(Shape.of(4, 3), new float[12])))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("examples of this experiment have the shape [batch×2]; got [4×3]");
        }
    }
}
