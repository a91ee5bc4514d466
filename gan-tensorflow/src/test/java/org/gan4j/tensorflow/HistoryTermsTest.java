package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.train.Player;
import org.gan4j.losses.energy.BalancedEnergy;
import org.gan4j.losses.energy.Energy;
import org.gan4j.losses.energy.MarginAdaptation;
import org.gan4j.losses.energy.PullAway;
import org.gan4j.losses.history.HistoricalAveraging;
import org.gan4j.losses.history.LeCam;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.activation.LeakyRelu;
import org.gan4j.standard.net.LayersDiscriminator;
import org.gan4j.standard.net.LayersGenerator;
import org.gan4j.standard.net.energy.AutoEncoder;
import org.gan4j.standard.optimizer.Sgd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terms and losses that keep values, as they are trained. */
@Tag("tensorflow")
class HistoryTermsTest {
    @TempDir
    Path folder;

    private static Dense dense(int width, double bias) {
        return new Dense(width, new Constant(0), new Constant(bias));
    }

    @Test
    void lecam_holds_logits_near_the_averages_of_the_other_kind() {
        // D gives 2 everywhere and stands still, so with decay 1/2 both averages are 0, 1 and 1.5 before the updates.
        ExperimentBuilder still = Experiments.ring()
                .discriminator(new LayersDiscriminator(List.of(dense(1, 2))))
                .optimizer(new Sgd(0, 1, 0));
        try (TensorFlowRun plain = Experiments.open(still);
                TensorFlowRun held = Experiments.open(still.addTerm(new LeCam(1, 0.5, false)))) {
            double loss = plain.advance(1).get("loss/d");
            for (double average : new double[] {0, 1, 1.5}) {
                Map<String, Double> means = held.advance(1);
                assertThat(means.get("loss/d")).isCloseTo(loss + 2 * Math.pow(2 - average, 2), within(1e-5));
                assertThat(means.get("state/le-cam.real")).isCloseTo(1 + average / 2, within(1e-6));
            }
        }
    }

    @Test
    void historical_averaging_is_the_distance_from_the_mean_of_the_past() {
        ExperimentBuilder experiment = Experiments.ring()
                .generator(new LayersGenerator(List.of(new Dense(2, new Glorot(), new Constant(0)))))
                .addTerm(new HistoricalAveraging(Player.GENERATOR, 0));
        try (TensorFlowRun run = Experiments.open(experiment);
                TensorFlowRun held = Experiments.open(Experiments.ring()
                        .generator(new LayersGenerator(List.of(new Dense(2, new Glorot(), new Constant(0)))))
                        .addTerm(new HistoricalAveraging(Player.GENERATOR, 1)))) {
            // A factor of 0 changes no training. The first update has no past, so the second begins at the same
            // weights.
            float[] first = run.weights().get("generator.dense1.weights").values();
            double plain = run.advance(1).get("loss/g");
            assertThat(held.advance(1).get("loss/g")).isCloseTo(plain, within(1e-6));
            float[] second = run.weights().get("generator.dense1.weights").values();
            float[] bias = run.weights().get("generator.dense1.bias").values();
            double distance = bias[0] * bias[0] + bias[1] * bias[1];
            for (int i = 0; i < first.length; i++) {
                distance += Math.pow(second[i] - first[i], 2);
            }
            assertThat(held.advance(1).get("loss/g") - run.advance(1).get("loss/g"))
                    .isCloseTo(distance, within(1e-6));
        }
    }

    @Test
    void losses_of_energies_train_and_are_resumed_to_the_bit() {
        for (ExperimentBuilder experiment : List.of(
                energies().loss(new Energy(1)),
                energies().loss(new BalancedEnergy(0.5, 0.01)),
                energies().loss(new MarginAdaptation(1, 2)),
                energies().loss(new Energy(1)).addTerm(new HistoricalAveraging(Player.GENERATOR, 1)))) {
            Path checkpoint = folder.resolve("at-" + experiment.hashCode());
            try (TensorFlowRun straight = Experiments.open(experiment);
                    TensorFlowRun resumed = Experiments.open(experiment)) {
                assertThat(straight.advance(5).values()).allMatch(Double::isFinite);
                straight.save(checkpoint);
                Map<String, Double> expected = straight.advance(5);
                resumed.restore(checkpoint);
                assertThat(resumed.advance(5)).isEqualTo(expected);
                assertThat(resumed.weights()).isEqualTo(straight.weights());
            }
        }
    }

    @Test
    void codes_of_one_number_lie_on_one_line_so_the_pull_away_term_is_its_weight() {
        ExperimentBuilder energies = energies().loss(new Energy(1));
        try (TensorFlowRun plain = Experiments.open(energies);
                TensorFlowRun pulled = Experiments.open(energies.addTerm(new PullAway(0.25, "code", 1)))) {
            // No direction is better than another here, so the training stays the same.
            for (int step = 0; step < 3; step++) {
                assertThat(pulled.advance(1).get("loss/g"))
                        .isCloseTo(plain.advance(1).get("loss/g") + 0.25, within(1e-5));
            }
        }
    }

    private static ExperimentBuilder energies() {
        return Experiments.ring().discriminator(new AutoEncoder(List.of(8), 1, new LeakyRelu(0.2), 2, new Glorot()));
    }
}
