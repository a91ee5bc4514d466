package org.gan4j.experiments.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void four_digits_count() {
        assertThat(Numbers.text(0.123456)).isEqualTo("0.1235");
        assertThat(Numbers.text(-1.386294)).isEqualTo("−1.386");
        assertThat(Numbers.text(8)).isEqualTo("8");
        assertThat(Numbers.text(0)).isEqualTo("0");
        assertThat(Numbers.text(244.05)).isEqualTo("244.1");
        assertThat(Numbers.text(41_234.4)).isEqualTo("41,234");
        assertThat(Numbers.text(0.0000123456)).isEqualTo("1.235e−05");
    }

    @Test
    void what_is_not_finite_is_a_dash() {
        assertThat(Numbers.text(Double.NaN)).isEqualTo("–");
        assertThat(Numbers.text(Double.NEGATIVE_INFINITY)).isEqualTo("–");
        assertThat(Numbers.percent(Double.NaN)).isEqualTo("–");
        assertThat(Numbers.shortened(Double.POSITIVE_INFINITY)).isNaN();
    }

    @Test
    void a_percent_sign_stays_with_its_number() {
        assertThat(Numbers.percent(0.914)).isEqualTo("91\u00a0%");
    }

    @Test
    void counts_agree_with_their_noun() {
        assertThat(Numbers.count(1, "run")).isEqualTo("1 run");
        assertThat(Numbers.count(2_000, "step")).isEqualTo("2,000 steps");
    }

    @Test
    void durations_are_in_the_unit_one_would_say() {
        assertThat(Numbers.duration(41_400)).isEqualTo("41 s");
        assertThat(Numbers.duration(93_000)).isEqualTo("2 min");
        assertThat(Numbers.duration(7_500_000)).isEqualTo("2 h 5 min");
        assertThat(Numbers.time(0)).isEqualTo("1970-01-01 00:00 UTC");
    }

    @Test
    void a_chart_needs_six_digits() {
        assertThat(Numbers.shortened(0.123456789)).isEqualTo(0.123457);
    }
}
