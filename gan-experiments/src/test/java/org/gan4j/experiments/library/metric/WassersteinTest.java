package org.gan4j.experiments.library.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.problem.InvalidInput;
import org.junit.jupiter.api.Test;

class WassersteinTest {
    private static final Fixed.Gaussians LINE = new Fixed.Gaussians(List.of(new double[] {2}), 0.5);

    private static Measurement measure(double mean, double deviation, long seed) {
        Fixed.Source normal = Fixed.perfect(List.of(new double[] {mean}), deviation);
        return new Wasserstein(10_000).measure(new Fixed(LINE, normal, seed)).get(0);
    }

    @Test
    void line_has_the_distribution_function_of_the_normal_distribution() {
        LineDistribution line = LineDistribution.of(LINE);
        for (double x = -1; x < 5; x += 0.0371) {
            assertThat(line.below(x)).isCloseTo(NormalDistribution.of(2, 0.5).cumulativeProbability(x), within(1e-5));
        }
        assertThat(line.below(-1e9)).isZero();
        assertThat(line.below(1e9)).isEqualTo(1);
    }

    @Test
    void distance_of_three_points_from_an_even_distribution_is_the_areas_by_hand() {
        // F(x) = x on [0, 1]; samples ¼, ½, ¾. |F - F₃| has the areas 1/32, 0…: on [0,¼] x: 1/32; on [¼,½] x - ⅓: below
        // and
        // above 0 by 1/12 and 1/6: (1/144 + 1/36)/2 = 5/288; the other half is the same mirrored. Sum 2 (9 + 5)/288 =
        // 7/72.
        LineDistribution even = LineDistribution.of(new Fixed.Even());
        assertThat(Wasserstein.Distance.between(new double[] {0.25, 0.5, 0.75}, even)
                        .value())
                .isCloseTo(7 / 72.0, within(1e-9));
    }

    @Test
    void shifted_distribution_is_as_far_as_its_shift() {
        // All mass moves by 3; the mean of 10,000 samples has the standard error 0.5/100
        Measurement measured = measure(5, 0.5, 1);
        assertThat(measured.key()).isEqualTo("eval/wasserstein");
        assertThat(measured.value()).isCloseTo(3, within(5 * 0.005));
        // where every sample moves the same way, φ(x) is x but for a constant
        assertThat(measured.standardError()).isCloseTo(0.005, within(0.0005));
    }

    @Test
    void wider_distribution_is_as_far_as_its_quantiles() {
        // ∫|σ₁ - σ₂| |Q(u)| du = 0.5 · E|Z| = 0.5 √(2/π)
        assertThat(measure(2, 1, 1).value()).isCloseTo(0.5 * Math.sqrt(2 / Math.PI), within(0.03));
    }

    @Test
    void perfect_sampler_is_where_it_is_announced() {
        Spread spread = Spread.of(seed -> measure(2, 0.5, seed));
        double perfect = measure(2, 0.5, 1).perfect().orElseThrow();
        // √(2/(πn)) ∫ √(F(1-F)) dx, the integral being 1.615 deviations: 0.00798 · 0.5 · 1.615 = 0.00644, and a little
        // less
        // far out, where counts are small
        assertThat(perfect).isCloseTo(0.00644, within(2e-5));
        assertThat(spread.mean()).isCloseTo(perfect, within(5 * spread.seen() / Math.sqrt(200)));
        assertThat(spread.claimed()).isBetween(spread.seen() / 2, spread.seen() * 2);
    }

    @Test
    void standard_error_has_the_size_of_the_spread_over_samples() {
        // A standard deviation of 200 values is known to 5 %, five of those are 25 %.
        Spread spread = Spread.of(seed -> measure(2.2, 0.6, seed));
        assertThat(spread.claimed()).isBetween(spread.seen() / 1.25, spread.seen() * 1.25);
    }

    @Test
    void mean_deviation_of_a_binomial_count_is_its_sum() {
        // n = 2, p = ½: counts 0, 1, 2 with ¼, ½, ¼ deviate by 1, 0, 1. n = 1, p = 0.2: 0.8 · 0.2 + 0.2 · 0.8
        assertThat(Wasserstein.meanDeviation(2, 0.5)).isCloseTo(0.5, within(1e-12));
        assertThat(Wasserstein.meanDeviation(1, 0.2)).isCloseTo(0.32, within(1e-12));
        assertThat(Wasserstein.meanDeviation(5, 0)).isZero();
        assertThat(Wasserstein.meanDeviation(5, 1)).isZero();
    }

    @Test
    void sample_that_is_no_number_has_no_distance() {
        Fixed broken = new Fixed(LINE, (random, i, example) -> example[0] = i == 7 ? Float.NaN : 2, 1);
        assertThat(new Wasserstein(100).measure(broken).get(0).value()).isNaN();
    }

    @Test
    void plane_is_refused() {
        Fixed subject = new Fixed.Gaussians(List.of(new double[2]), 1).perfect(1);
        assertThatThrownBy(() -> new Wasserstein(10).measure(subject))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("metric wasserstein: it needs data on the line");
    }
}
