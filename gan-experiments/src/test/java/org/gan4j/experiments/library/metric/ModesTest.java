package org.gan4j.experiments.library.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.library.data.FashionMini;
import org.gan4j.experiments.library.data.known.Spiral;
import org.junit.jupiter.api.Test;

class ModesTest {
    private static final Fixed.Gaussians FOUR = new Fixed.Gaussians(
            List.of(new double[] {0, 0}, new double[] {1, 0}, new double[] {0, 1}, new double[] {1, 1}), 0.05);

    private static List<Measurement> measure(Fixed.Source source) {
        return new Modes(10_000, 0.0004).measure(new Fixed(FOUR, source, 5));
    }

    @Test
    void perfect_sampler_covers_all_modes_and_reaches_the_share_within_three_deviations() {
        List<Measurement> measured = new Modes(10_000, 0.0004).measure(FOUR.perfect(5));
        assertThat(measured).extracting(Measurement::key).containsExactly("eval/modes", "eval/quality");
        assertThat(measured.get(0).value()).isEqualTo(4);
        // In the plane P(‖x‖ ≤ 3σ) = 1 - exp(-9/2); its standard error at n = 10,000 is 0.00105
        double share = 1 - Math.exp(-4.5);
        assertThat(measured.get(1).perfect().orElseThrow()).isCloseTo(share, within(1e-9));
        assertThat(measured.get(1).value()).isCloseTo(share, within(5 * 0.00105));
        double q = measured.get(1).value();
        assertThat(measured.get(1).standardError()).isCloseTo(Math.sqrt(q * (1 - q) / 10_000), within(1e-12));
    }

    @Test
    void collapsed_generator_covers_one_mode_with_perfect_quality() {
        List<Measurement> measured = measure((random, i, example) -> example[0] = 1);
        assertThat(measured.get(0).value()).isEqualTo(1);
        assertThat(measured.get(1).value()).isEqualTo(1);
        assertThat(measured.get(1).standardError()).isZero();
    }

    @Test
    void mode_is_covered_by_four_samples_of_ten_thousand_and_not_by_three() {
        // One in 2,500 of 10,000 is 4
        assertThat(withSamplesAtSecondMode(4)).isEqualTo(2);
        assertThat(withSamplesAtSecondMode(3)).isEqualTo(1);
    }

    private static double withSamplesAtSecondMode(int count) {
        return measure((random, i, example) -> example[0] = i < count ? 1 : 0)
                .get(0)
                .value();
    }

    @Test
    void samples_just_beyond_three_deviations_are_of_low_quality() {
        // 3 · 0.05 = 0.15
        assertThat(measure((random, i, example) -> example[0] = 0.1499f).get(1).value())
                .isEqualTo(1);
        assertThat(measure((random, i, example) -> example[0] = 0.1501f).get(1).value())
                .isZero();
        assertThat(measure((random, i, example) -> example[0] = 0.1501f).get(0).value())
                .isZero();
        assertThat(measure((random, i, example) -> example[0] = Float.NaN)
                        .get(1)
                        .value())
                .isZero();
    }

    @Test
    void standard_error_of_the_count_has_the_size_of_its_spread_where_a_mode_is_barely_reached() {
        // The second mode gets 4 of 10,000 on average and needs 4: P(Poisson(4) ≥ 4) = 0.567, deviation √(p(1-p)) =
        // 0.495.
        Fixed.Source rare = (random, i, example) -> example[0] = random.nextDouble() < 0.0004 ? 1 : 0;
        Spread spread = Spread.of(seed ->
                new Modes(10_000, 0.0004).measure(new Fixed(FOUR, rare, seed)).get(0));
        assertThat(spread.seen()).isCloseTo(0.495, within(0.03));
        // Each run sees a count of its own in place of 4, and often 0 or 8, which leave little doubt.
        assertThat(spread.claimed()).isBetween(0.6 * spread.seen(), spread.seen());
    }

    @Test
    void perfect_sampler_of_few_examples_misses_modes_as_announced() {
        // n = 10, at least one: a mode of a quarter of 98.9 % is missed with probability (1 - 0.2472)^10
        double missed = Math.pow(1 - (1 - Math.exp(-4.5)) / 4, 10);
        Measurement modes = new Modes(10, 0.0004).measure(FOUR.perfect(1)).get(0);
        assertThat(modes.perfect().orElseThrow()).isCloseTo(4 * (1 - missed), within(1e-9));
    }

    @Test
    void a_curve_has_no_modes_to_count() {
        Fixed subject = new Fixed(new Spiral(2, 2, 0.05), (random, i, example) -> example[0] = 0, 1);
        assertThatThrownBy(() -> new Modes(10, 0.0004).measure(subject))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("metric modes: their density has no modes to count; jsd compares densities");
    }

    @Test
    void other_settings_show_in_the_names() {
        assertThat(new Modes(2_500, 0.01).measure(FOUR.perfect(5)))
                .extracting(Measurement::key)
                .containsExactly("eval/modes-n2500-share0.01", "eval/quality-n2500-share0.01");
    }

    @Test
    void data_without_known_modes_is_refused() {
        Fixed subject = new Fixed(new FashionMini(), (random, i, example) -> example[0] = 0, 1);
        assertThatThrownBy(() -> new Modes(10, 0.0004).measure(subject))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("metric modes: it needs data whose density is known, such as ring");
    }
}
