package org.gan4j.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SortedMap;
import org.gan4j.api.experiment.Recipe;
import org.gan4j.api.metric.TrainingSignals;
import org.gan4j.api.part.Contribution;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.run.Progress;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each prepared situation is what its name says. */
@Tag("tensorflow")
class SituationsTest {
    private static final double WITHOUT_OVERLAP = Math.log(4);

    private static final LocalRunner RUNNER =
            Extensions.onClassPath().instance(LocalRunner.class).reportingTo(Progress.none());

    /** Returns the arms after so many steps, in frames of a hundred. */
    private static List<ArmFrame> after(int steps, String recipe, String... settings) {
        try (Lab lab = Lab.open(RUNNER.resolve(recipe, settings))) {
            for (int step = 100; step < steps; step += 100) {
                lab.advance(100);
            }
            return lab.advance(100).arms();
        }
    }

    private static SortedMap<String, Double> signalsAfter(int steps, String recipe) {
        return after(steps, recipe).get(0).signals();
    }

    @Test
    void five_situations_are_offered() {
        assertThat(Extensions.onClassPath().contributions(Recipe.POINT.id()).stream()
                        .filter(recipe -> recipe.group().equals(LabMenu.GROUP))
                        .map(Contribution::name))
                .containsExactlyInAnyOrder(
                        "balanced-game", "strong-discriminator", "minimax-standstill", "collapsing", "at-equilibrium");
    }

    /** G(z) = z + 2 is N(2, 1), which the data are. A perfect sampler's own estimate of 2·JSD is about 0.001. */
    @Test
    void at_equilibrium_the_generator_has_the_datas_distribution_and_keeps_it() {
        try (Lab lab = Lab.open(RUNNER.resolve("at-equilibrium"))) {
            assertThat(lab.advance(0).arms().get(0).signals().get(LabCharts.DIVERGENCE))
                    .isLessThan(0.003);

            SortedMap<String, Double> signals = lab.advance(400).arms().get(0).signals();

            assertThat(signals.get(LabCharts.DIVERGENCE)).isLessThan(0.005);
            assertThat(signals.get(LabCharts.ESTIMATE)).isCloseTo(0, within(0.005));
            assertThat(signals.get(TrainingSignals.D_REAL)).isCloseTo(0.5, within(0.02));
        }
    }

    @Test
    void a_balanced_game_comes_nearer_to_the_data_while_the_discriminator_is_near_a_guess() {
        SortedMap<String, Double> signals = signalsAfter(1000, "balanced-game");

        assertThat(signals.get(LabCharts.DIVERGENCE)).isLessThan(WITHOUT_OVERLAP / 3);
        assertThat(signals.get(TrainingSignals.D_REAL)).isBetween(0.5, 0.55);
        assertThat(signals.get(TrainingSignals.D_FAKE)).isBetween(0.45, 0.5);
    }

    @Test
    void a_strong_discriminator_tells_nearly_all_examples_apart() {
        SortedMap<String, Double> signals = signalsAfter(200, "strong-discriminator");

        assertThat(signals.get(TrainingSignals.D_REAL)).isGreaterThan(0.9);
        assertThat(signals.get(TrainingSignals.D_FAKE)).isLessThan(0.1);
        assertThat(signals.get(LabCharts.DIVERGENCE)).isGreaterThan(0.8 * WITHOUT_OVERLAP);
    }

    @Test
    void a_collapsing_generator_raises_the_alarm() {
        assertThat(after(400, "collapsing").get(0).alarm()).startsWith("collapse alarm at step 300");
    }

    /** The other arm has the same D at step 500, so that what holds minimax back is its own slope. */
    @Test
    void minimax_stands_still_where_non_saturating_has_long_arrived() {
        List<ArmFrame> arms = after(1000, "minimax-standstill", "loss=minimax,non-saturating");

        assertThat(arms.get(0).signals().get(LabCharts.DIVERGENCE)).isCloseTo(WITHOUT_OVERLAP, within(0.001));
        assertThat(arms.get(0).signals().get(TrainingSignals.GRADIENT_G)).isLessThan(0.02);
        assertThat(arms.get(1).signals().get(LabCharts.DIVERGENCE)).isLessThan(0.1 * WITHOUT_OVERLAP);
    }
}
