package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.run.WeightDigest;
import org.gan4j.api.train.Player;
import org.gan4j.standard.optimizer.Each;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.standard.optimizer.average.MovingAverage;
import org.gan4j.standard.optimizer.average.PolyakAveraging;
import org.gan4j.standard.optimizer.limit.ClipGradient;
import org.gan4j.standard.optimizer.limit.Shrinkage;
import org.gan4j.standard.schedule.Algorithm1;
import org.gan4j.standard.schedule.Simultaneous;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes after the updates of another rule; a change that does nothing has no effect. */
@Tag("tensorflow")
class AfterUpdateTest {
    private static final int STEPS = 12;

    private static String weights(ExperimentBuilder experiment) {
        try (TensorFlowRun run = Experiments.open(experiment)) {
            assertThat(run.advance(STEPS).values()).allMatch(Double::isFinite);
            return WeightDigest.sha256(run.weights());
        }
    }

    @Nested
    class ShrinkingTest {
        @Test
        void a_factor_of_1_is_not_felt() {
            assertThat(weights(Experiments.ring().optimizer(new Shrinkage(1, Player.DISCRIMINATOR, Experiments.ADAM))))
                    .isEqualTo(weights(Experiments.ring()));
        }

        @Test
        void after_an_update_each_parameter_of_D_is_the_factor_times_what_its_rule_gives() {
            ExperimentBuilder together = Experiments.ring().schedule(new Simultaneous());
            try (TensorFlowRun plain = Experiments.open(together);
                    TensorFlowRun shrunk = Experiments.open(
                            together.optimizer(new Shrinkage(0.75, Player.DISCRIMINATOR, Experiments.ADAM)))) {
                plain.advance(1);
                shrunk.advance(1);
                SortedMap<String, FloatTensor> expected = plain.weights();
                shrunk.weights().forEach((name, values) -> {
                    float factor = name.startsWith("discriminator.") ? 0.75f : 1;
                    float[] rule = expected.get(name).values();
                    for (int i = 0; i < rule.length; i++) {
                        assertThat(values.values()[i]).isEqualTo(factor * rule[i]);
                    }
                });
            }
        }
    }

    @Nested
    class PolyakAveragingTest {
        @TempDir
        Path folder;

        private static ExperimentBuilder averaged(long start) {
            return Experiments.ring().optimizer(new PolyakAveraging(start, Player.GENERATOR, Experiments.ADAM));
        }

        @Test
        void the_training_does_not_notice() {
            assertThat(weights(averaged(0))).isEqualTo(weights(Experiments.ring()));
            assertThat(weights(averaged(5))).isEqualTo(weights(Experiments.ring()));
        }

        @Test
        void samples_are_made_with_the_mean_of_the_weights_since_the_start() {
            int start = 4;
            List<SortedMap<String, FloatTensor>> history = new ArrayList<>();
            try (TensorFlowRun plain = Experiments.open(Experiments.ring());
                    TensorFlowRun run = Experiments.open(averaged(start))) {
                FloatTensor z = run.latent(20, "look");
                assertThat(run.generate(z)).isEqualTo(plain.generate(z));
                for (int i = 0; i < STEPS; i++) {
                    plain.advance(1);
                    run.advance(1);
                    history.add(plain.weights());
                    if (i < start) {
                        assertThat(run.generate(z)).isEqualTo(plain.generate(z));
                    }
                }
                assertThat(run.generate(z)).isNotEqualTo(plain.generate(z));
                double[] expected = new Exact(Experiments.ring().build(), mean(history.subList(start, STEPS)), z, z)
                        .generated()
                        .values();
                float[] measured = run.generate(z).values();
                IntStream.range(0, expected.length)
                        .forEach(i -> assertThat((double) measured[i]).isCloseTo(expected[i], within(1e-5)));
                assertThat(run.score(run.generate(z))).isEqualTo(plain.score(run.generate(z)));
            }
        }

        @Test
        void samples_are_made_with_the_moving_average_of_the_weights() {
            int steps = 4;
            List<SortedMap<String, FloatTensor>> history = new ArrayList<>();
            try (TensorFlowRun run = Experiments.open(Experiments.ring()
                    .optimizer(new MovingAverage(0.5, 0, false, Player.GENERATOR, Experiments.ADAM)))) {
                for (int i = 0; i < steps; i++) {
                    run.advance(1);
                    history.add(run.weights());
                }
                // ((θ₁·½ + θ₂·½)·½ + θ₃·½)·½ + θ₄·½: shares 1/8, 1/8, 1/4, 1/2, as the mean of these eight.
                List<SortedMap<String, FloatTensor>> shares = IntStream.of(0, 1, 2, 2, 3, 3, 3, 3)
                        .mapToObj(history::get)
                        .toList();
                FloatTensor z = run.latent(20, "look");
                double[] expected = new Exact(Experiments.ring().build(), mean(shares), z, z)
                        .generated()
                        .values();
                float[] measured = run.generate(z).values();
                IntStream.range(0, expected.length)
                        .forEach(i -> assertThat((double) measured[i]).isCloseTo(expected[i], within(1e-5)));
                assertThat(weights(Experiments.ring()
                                .optimizer(new MovingAverage(0.5, 0, false, Player.GENERATOR, Experiments.ADAM))))
                        .isEqualTo(weights(Experiments.ring()));
            }
        }

        private static SortedMap<String, FloatTensor> mean(List<SortedMap<String, FloatTensor>> history) {
            SortedMap<String, FloatTensor> mean = new TreeMap<>();
            history.get(0).forEach((name, like) -> {
                float[] values = new float[like.values().length];
                for (int i = 0; i < values.length; i++) {
                    int at = i;
                    values[i] = (float) history.stream()
                            .mapToDouble(weights -> weights.get(name).values()[at])
                            .average()
                            .orElseThrow();
                }
                mean.put(name, new FloatTensor(like.shape(), values));
            });
            return mean;
        }

        @Test
        void a_checkpoint_holds_the_mean() {
            try (TensorFlowRun run = Experiments.open(averaged(1).schedule(new Algorithm1(2)))) {
                run.advance(5);
                FloatTensor z = run.latent(4, "look");
                FloatTensor x = run.generate(z);
                run.save(folder.resolve("step-5"));
                run.advance(7);
                FloatTensor later = run.generate(z);
                assertThat(later).isNotEqualTo(x);
                run.restore(folder.resolve("step-5"));
                assertThat(run.generate(z)).isEqualTo(x);
                run.advance(7);
                assertThat(run.generate(z)).isEqualTo(later);
            }
        }

        @Test
        void it_may_lie_over_shrinking() {
            ExperimentBuilder both = Experiments.ring()
                    .optimizer(new PolyakAveraging(
                            0, Player.DISCRIMINATOR, new Shrinkage(0.9, Player.DISCRIMINATOR, Experiments.ADAM)));
            assertThat(weights(both))
                    .isEqualTo(weights(
                            Experiments.ring().optimizer(new Shrinkage(0.9, Player.DISCRIMINATOR, Experiments.ADAM))));
        }
    }

    @Nested
    class ClipGradientTest {
        @Test
        void the_weights_of_a_player_together_go_as_far_as_the_limit() {
            double limit = 1e-3;
            ExperimentBuilder clipped = Experiments.ring()
                    .schedule(new Simultaneous())
                    .optimizer(new ClipGradient(limit, ClipGradient.Measure.LENGTH, Sgd.rate(1)));
            try (TensorFlowRun run = Experiments.open(clipped)) {
                SortedMap<String, FloatTensor> before = run.weights();
                run.advance(1);
                SortedMap<String, FloatTensor> after = run.weights();
                // At the rate 1 each player's way is its gradient, which is longer than the limit.
                for (Player player : Player.values()) {
                    assertThat(way(player, before, after)).isCloseTo(limit, within(1e-3 * limit));
                }
            }
        }

        private static double way(
                Player player, SortedMap<String, FloatTensor> from, SortedMap<String, FloatTensor> to) {
            double sum = 0;
            for (String name : from.keySet()) {
                if (name.startsWith(player + ".")) {
                    float[] first = from.get(name).values();
                    float[] last = to.get(name).values();
                    for (int i = 0; i < first.length; i++) {
                        sum += (last[i] - first[i]) * (double) (last[i] - first[i]);
                    }
                }
            }
            return Math.sqrt(sum);
        }

        @Test
        void a_limit_that_is_never_reached_changes_no_bit() {
            assertThat(weights(Experiments.ring()
                            .optimizer(new ClipGradient(1e6, ClipGradient.Measure.LENGTH, Experiments.ADAM))))
                    .isEqualTo(weights(Experiments.ring()));
        }
    }

    @Nested
    class EachTest {
        @Test
        void players_with_the_same_rule_move_as_with_one_rule() {
            assertThat(weights(Experiments.ring().optimizer(new Each(Experiments.ADAM, Experiments.ADAM))))
                    .isEqualTo(weights(Experiments.ring()));
        }

        @Test
        void a_player_whose_rate_is_0_stands_still() {
            try (TensorFlowRun run =
                    Experiments.open(Experiments.ring().optimizer(new Each(Experiments.ADAM, Sgd.rate(0))))) {
                SortedMap<String, FloatTensor> before = run.weights();
                run.advance(2);
                run.weights().forEach((name, values) -> {
                    if (name.startsWith("generator.")) {
                        assertThat(values).isEqualTo(before.get(name));
                    }
                });
                assertThat(run.weights()).isNotEqualTo(before);
            }
        }
    }
}
