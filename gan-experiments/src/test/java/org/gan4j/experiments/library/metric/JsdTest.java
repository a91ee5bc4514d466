package org.gan4j.experiments.library.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.problem.InvalidInput;
import org.junit.jupiter.api.Test;

class JsdTest {
    private static final Fixed.Gaussians LINE = new Fixed.Gaussians(List.of(new double[] {2}), 0.5);
    private static final Fixed.Gaussians PLANE =
            new Fixed.Gaussians(List.of(new double[] {2, 0}, new double[] {-1, 1.7}, new double[] {-1, -1.7}), 0.02);

    private static Measurement measure(Fixed subject) {
        return new Jsd(10_000).measure(subject).get(0);
    }

    private static Fixed normal(double mean, double deviation) {
        return new Fixed(LINE, Fixed.perfect(List.of(new double[] {mean}), deviation), 11);
    }

    @Test
    void cells_hold_the_mass_of_the_normal_distribution() {
        double[] masses = new Partition(LINE).masses();
        assertThat(Arrays.stream(masses).sum()).isCloseTo(1, within(1e-12));
        NormalDistribution normal = NormalDistribution.of(0, 1);
        // 41 cells a quarter of a deviation wide, from -20/4 = -5 to 21/4 deviations, and the rest
        assertThat(masses).hasSize(42);
        assertThat(masses[0]).isCloseTo(normal.probability(-5, -4.75), within(1e-10));
        assertThat(masses[20]).isCloseTo(normal.probability(0, 0.25), within(1e-10));
        assertThat(masses[41])
                .isCloseTo(normal.survivalProbability(5) + normal.survivalProbability(5.25), within(1e-8));
    }

    @Test
    void cells_of_the_plane_hold_almost_everything_once() {
        double[] masses = new Partition(PLANE).masses();
        // Beyond four deviations in either direction: at most 4 · 3.2e-5
        assertThat(masses[masses.length - 1]).isBetween(0.0, 1.3e-4);
        // 9 × 9 cells of each of three modes, and the rest
        assertThat(masses).hasSize(3 * 81 + 1);
    }

    @Test
    void perfect_sampler_is_far_below_two_hundredths_and_near_what_is_announced() {
        for (long seed = 1; seed <= 5; seed++) {
            Measurement measured = measure(LINE.perfect(seed));
            double perfect = measured.perfect().orElseThrow();
            // About 30 cells hold many samples each, and each adds 1/(8n): 30/80000 = 0.0004
            assertThat(perfect).isBetween(0.0003, 0.0006);
            // The estimate is about χ²/(8n) with some 30 degrees of freedom: deviation √60/80000 = 0.0001
            assertThat(measured.value()).isCloseTo(perfect, within(0.0006)).isLessThan(0.02);
            assertThat(measured.key()).isEqualTo("eval/jsd");
        }
    }

    @Test
    void perfect_sampler_of_the_plane_gets_what_is_announced() {
        Measurement measured = measure(PLANE.perfect(4));
        double perfect = measured.perfect().orElseThrow();
        // At most (243 - 1)/(8n) = 0.003 if every cell were well filled; many are not
        assertThat(perfect).isBetween(0.001, 0.003);
        assertThat(measured.value()).isCloseTo(perfect, within(0.001));
    }

    @Test
    void expectation_over_one_sample_of_two_equal_cells_is_the_divergence_from_a_point() {
        // With n = 1, q is (1,0) or (0,1), each against p = (½,½): m = (¾,¼),
        // JSD = ½(½ log ⅔ + ½ log 2) + ½ log(4/3)
        double expected = 0.25 * (Math.log(2.0 / 3) + Math.log(2)) + 0.5 * Math.log(4.0 / 3);
        assertThat(Jsd.divergence(new double[] {0.5, 0.5}, new double[] {1, 0})).isCloseTo(expected, within(1e-12));
        assertThat(Jsd.expected(new double[] {0.5, 0.5}, 1)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void expectation_is_cells_less_one_over_eight_n_where_cells_are_full() {
        double[] even = new double[20];
        Arrays.fill(even, 1.0 / 20);
        // 19/(8 · 10,000); the next term is smaller by a factor of 20/10,000
        assertThat(Jsd.expected(even, 10_000)).isCloseTo(19 / 80_000.0, within(2e-6));
    }

    @Test
    void shifted_normal_has_the_divergence_of_the_integral() {
        // JSD(N(0,1), N(1,1)) = 0.1114214822 nats by quadrature, whatever the scale: a shift of one deviation. Cells of
        // a
        // quarter of a deviation hide less than a hundredth of it; noise adds 0.0004 and has a deviation of about
        // 0.002.
        Measurement measured = measure(normal(2.5, 0.5));
        assertThat(measured.value()).isCloseTo(0.11142, within(0.009));
        assertThat(measured.standardError()).isBetween(0.0005, 0.004);
    }

    @Test
    void samples_elsewhere_are_at_log_2() {
        // Disjoint: ½ log 2 from either side; the cell for everything else holds 4e-7 of p
        assertThat(measure(normal(100, 0.5)).value()).isCloseTo(Math.log(2), within(1e-4));
        assertThat(measure(new Fixed(LINE, (random, i, example) -> example[0] = Float.NaN, 1))
                        .value())
                .isCloseTo(Math.log(2), within(1e-4));
        assertThat(measure(new Fixed(LINE, (random, i, example) -> example[0] = Float.MAX_VALUE, 1))
                        .value())
                .isCloseTo(Math.log(2), within(1e-4));
    }

    @Test
    void collapsed_generator_is_as_far_as_one_cell_is() {
        // q is 1 in the cell from 0 to ¼ deviation, where p has m; elsewhere only p:
        // ½(1-m) log 2 + ½ m log(2m/(1+m)) + ½ log(2/(1+m))
        double m = NormalDistribution.of(0, 1).probability(0, 0.25);
        double expected =
                0.5 * (1 - m) * Math.log(2) + 0.5 * m * Math.log(2 * m / (1 + m)) + 0.5 * Math.log(2 / (1 + m));
        Measurement measured = measure(new Fixed(LINE, (random, i, example) -> example[0] = 2.05f, 1));
        assertThat(measured.value()).isCloseTo(expected, within(1e-9));
        assertThat(measured.standardError()).isCloseTo(0, within(1e-9));
    }

    @Test
    void standard_error_has_the_size_of_the_spread_over_samples() {
        // Half a deviation away, 200 times: a standard deviation of 200 values is known to 5 %, five of those are 25 %.
        Spread off =
                Spread.of(seed -> measure(new Fixed(LINE, Fixed.perfect(List.of(new double[] {2.25}), 0.5), seed)));
        assertThat(off.claimed()).isBetween(off.seen() / 1.25, off.seen() * 1.25);
        // From the distribution itself n·8·JSD is about χ² with k degrees of freedom, so its deviation is √(2k)/(8n);
        // the
        // first-order error is √k/(4n), larger by √2.
        Spread perfect = Spread.of(seed -> measure(LINE.perfect(seed)));
        assertThat(perfect.claimed()).isBetween(perfect.seen() * 1.1, perfect.seen() * 1.8);
    }

    @Test
    void other_number_of_samples_shows_in_the_name() {
        assertThat(new Jsd(500).measure(LINE.perfect(1)).get(0).key()).isEqualTo("eval/jsd-n500");
    }

    @Test
    void three_dimensions_are_refused() {
        Fixed subject = new Fixed.Gaussians(List.of(new double[3]), 1).perfect(1);
        assertThatThrownBy(() -> new Jsd(10).measure(subject))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("one or two dimensions");
    }
}
