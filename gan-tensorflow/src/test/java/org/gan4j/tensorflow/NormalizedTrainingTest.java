package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.normalization.BatchNorm;
import org.gan4j.standard.net.LayersDiscriminator;
import org.gan4j.standard.net.LayersGenerator;
import org.gan4j.standard.net.MlpDiscriminator;
import org.gan4j.standard.net.SpectralDiscriminator;
import org.gan4j.standard.optimizer.Sgd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nets with normalisation as they are trained. */
@Tag("tensorflow")
class NormalizedTrainingTest {
    private static Dense dense(int width) {
        return new Dense(width, new Normal(1), new Constant(0));
    }

    @Test
    void real_and_generated_examples_have_statistics_of_their_own() {
        ExperimentBuilder experiment = Experiments.ring()
                .generator(new LayersGenerator(List.of(dense(2))))
                .discriminator(new LayersDiscriminator(List.of(new BatchNorm(0.5, 1e-5), dense(1))))
                .optimizer(new Sgd(0, 1, 0));
        try (TensorFlowRun run = Experiments.open(experiment)) {
            List<double[]> ofD = new ArrayList<>();
            run.watch((update, draws) -> {
                if (ofD.isEmpty()) {
                    ofD.add(mean(draws.get("real")));
                    ofD.add(mean(run.generate(draws.get("latent"))));
                }
            });
            run.advance(1);
            float[] average =
                    run.weights().get("discriminator.batch-norm1.mean").values();
            for (int i = 0; i < 2; i++) {
                // From 0: half of it and half of the real mean, then half of that and half of the generated mean.
                double expected = 0.25 * ofD.get(0)[i] + 0.5 * ofD.get(1)[i];
                assertThat((double) average[i]).isCloseTo(expected, within(1e-5));
            }
        }
    }

    private static double[] mean(FloatTensor points) {
        double[] mean = new double[2];
        for (int i = 0; i < points.values().length; i++) {
            mean[i % 2] += points.values()[i] / (points.values().length / 2);
        }
        return mean;
    }

    @Test
    void a_spectral_discriminator_comes_to_stretch_no_weights_by_more_than_one() {
        ExperimentBuilder experiment = Experiments.ring()
                .discriminator(new SpectralDiscriminator(MlpDiscriminator.of(16).withFirstValues(new Normal(3))))
                .optimizer(new Sgd(0, 1, 0));
        try (TensorFlowRun run = Experiments.open(experiment)) {
            run.advance(60);
            // With leaky rectifiers and two layers of norm 1, logits differ by no more than their inputs.
            FloatTensor x = run.real(200, "x");
            float[] logits = run.score(x);
            for (int i = 2; i < 200; i++) {
                double distance = Math.hypot(x.values()[2 * i] - x.values()[0], x.values()[2 * i + 1] - x.values()[1]);
                assertThat(Math.abs((double) logits[i] - logits[0])).isLessThanOrEqualTo(1.001 * distance + 1e-5);
            }
        }
    }

    @Test
    void wrapping_keeps_names_and_first_values() {
        try (TensorFlowRun plain = Experiments.open(Experiments.ring());
                TensorFlowRun wrapped = Experiments.open(
                        Experiments.ring().discriminator(new SpectralDiscriminator(MlpDiscriminator.of(16))))) {
            Map<String, FloatTensor> weights = wrapped.weights();
            plain.weights().forEach((name, value) -> assertThat(weights).containsEntry(name, value));
            assertThat(weights).containsKey("discriminator.dense1.weights.direction");
        }
    }
}
