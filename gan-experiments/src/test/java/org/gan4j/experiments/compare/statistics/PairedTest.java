package org.gan4j.experiments.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedTest {
    @Test
    void student_p_is_that_of_two_degrees_of_freedom_in_closed_form() {
        // 1, 1.25, 0.75: mean 1, s = 0.25, t² = 3/0.0625 = 48. The t distribution with 2 degrees of freedom has
        // F(t) = 1/2 + t/(2√(2 + t²)), so p = 1 - √(48/50).
        assertThat(PairedTests.studentP(1, 1.25, 0.75)).isCloseTo(1 - Math.sqrt(0.96), within(1e-12));
        assertThat(PairedTests.studentP(-1, -1.25, -0.75)).isCloseTo(1 - Math.sqrt(0.96), within(1e-12));
    }

    @Test
    void differences_without_spread_are_certain_or_nothing() {
        assertThat(PairedTests.studentP(0, 0, 0)).isEqualTo(1);
        assertThat(PairedTests.studentP(2, 2, 2)).isZero();
    }

    @Test
    void two_seeds_have_no_p() {
        assertThat(PairedTests.studentP(1, 2)).isNaN();
        assertThat(PairedTests.signFlipP(1, 2)).isNaN();
        assertThat(PairedTests.bootstrap(1, 2)).containsOnly(Double.NaN);
    }

    @Test
    void sign_flips_are_counted() {
        // Of the 8 choices of ±1 ±2 ±3 only +++ and --- reach |6|.
        assertThat(PairedTests.signFlipP(1, 2, 3)).isEqualTo(2 / 8.0);
        // |-1 + 2 + 3| = 4 is reached by the same two and by those with the 1 flipped: 4 of 8.
        assertThat(PairedTests.signFlipP(-1, 2, 3)).isEqualTo(4 / 8.0);
        assertThat(PairedTests.signFlipP(0, 0, 0)).isEqualTo(1);
    }

    @Test
    void many_sign_flips_are_drawn() {
        // 18 times 1 and 2 times -1: sum 16. |sum| ≥ 16 means at most 2 of 20 of one sign:
        // p = 2 (1 + 20 + 190) / 2^20 = 0.000402; 100,000 draws have a standard error of 0.00006.
        double[] differences =
                IntStream.range(0, 20).mapToDouble(i -> i < 2 ? -1 : 1).toArray();
        assertThat(PairedTests.signFlipP(differences)).isCloseTo(422 / Math.pow(2, 20), within(0.0003));
    }

    @Test
    void bootstrap_of_many_agrees_with_the_normal_interval() {
        // 400 values, half -1 and half 1: mean 0, standard error 1/√400 = 0.05, so ±1.96 · 0.05 = ±0.098. Means step by
        // 0.005, and 10,000 resamples leave an error of about 0.002 in a 2.5 % point.
        double[] values =
                IntStream.range(0, 400).mapToDouble(i -> i % 2 * 2 - 1).toArray();
        double[] ends = PairedTests.bootstrap(values);
        assertThat(ends[0]).isCloseTo(-0.098, within(0.011));
        assertThat(ends[1]).isCloseTo(0.098, within(0.011));
    }

    @Test
    void bootstrap_is_the_same_when_made_again() {
        assertThat(PairedTests.bootstrap(1, 5, 2, 8)).isEqualTo(PairedTests.bootstrap(1, 5, 2, 8));
    }
}
