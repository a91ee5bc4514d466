package org.gan4j.experiments.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void three_values_use_students_quantile_of_two_degrees() {
        // With two degrees of freedom t(p) = a·√(2/(1-a²)) with a = 2p-1 = 0.95: 0.95·√(2/0.0975) = 4.302653.
        // Mean of 1, 2, 3 is 2, s = 1, half = t/√3.
        double t = 0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95));
        Interval interval = Interval.of(1, 2, 3);
        assertThat(interval.n()).isEqualTo(3);
        assertThat(interval.mean()).isEqualTo(2);
        assertThat(interval.low()).isCloseTo(2 - t / Math.sqrt(3), within(1e-9));
        assertThat(interval.high()).isCloseTo(2 + t / Math.sqrt(3), within(1e-9));
    }

    @Test
    void five_values_use_the_table_of_four_degrees() {
        // Printed tables: t(0.975, 4) = 2.776. Values 2, 4, 4, 4, 6: mean 4, squares 4+0+0+0+4 = 8, s² = 2, half =
        // 2.776·√(2/5)
        Interval interval = Interval.of(2, 4, 4, 4, 6);
        assertThat(interval.mean()).isEqualTo(4);
        assertThat(interval.high() - interval.mean()).isCloseTo(2.776 * Math.sqrt(0.4), within(1e-3));
    }

    @Test
    void below_three_values_there_is_a_mean_and_no_interval() {
        Interval two = Interval.of(1, 2);
        assertThat(two.mean()).isEqualTo(1.5);
        assertThat(two.low()).isNaN();
        assertThat(two.high()).isNaN();
        assertThat(Interval.of().mean()).isNaN();
    }

    @Test
    void equal_values_have_an_interval_of_no_width() {
        assertThat(Interval.of(8, 8, 8)).isEqualTo(new Interval(3, 8, 8, 8));
    }
}
