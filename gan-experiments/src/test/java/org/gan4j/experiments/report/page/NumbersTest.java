package org.gan4j.experiments.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void four_digits_count() {
        assertThat(NumberText.text(0.123456)).isEqualTo("0.1235");
        assertThat(NumberText.text(-1.386294)).isEqualTo("−1.386");
        assertThat(NumberText.text(8)).isEqualTo("8");
        assertThat(NumberText.text(0)).isEqualTo("0");
        assertThat(NumberText.text(244.05)).isEqualTo("244.1");
        assertThat(NumberText.text(41_234.4)).isEqualTo("41,234");
        assertThat(NumberText.text(0.0000123456)).isEqualTo("1.235e−05");
    }

    @Test
    void what_is_not_finite_is_a_dash() {
        assertThat(NumberText.text(Double.NaN)).isEqualTo("–");
        assertThat(NumberText.text(Double.NEGATIVE_INFINITY)).isEqualTo("–");
        assertThat(NumberText.percent(Double.NaN)).isEqualTo("–");
        assertThat(NumberText.shortened(Double.POSITIVE_INFINITY)).isNaN();
    }

    @Test
    void a_percent_sign_stays_with_its_number() {
        assertThat(NumberText.percent(0.914)).isEqualTo("91\u00a0%");
    }

    @Test
    void counts_agree_with_their_noun() {
        assertThat(NumberText.count(1, "run")).isEqualTo("1 run");
        assertThat(NumberText.count(2_000, "step")).isEqualTo("2,000 steps");
    }

    @Test
    void durations_are_in_the_unit_one_would_say() {
        assertThat(NumberText.duration(41_400)).isEqualTo("41 s");
        assertThat(NumberText.duration(93_000)).isEqualTo("2 min");
        assertThat(NumberText.duration(7_500_000)).isEqualTo("2 h 5 min");
        assertThat(NumberText.time(0)).isEqualTo("1970-01-01 00:00 UTC");
    }

    @Test
    void a_chart_needs_six_digits() {
        assertThat(NumberText.shortened(0.123456789)).isEqualTo(0.123457);
    }
}
