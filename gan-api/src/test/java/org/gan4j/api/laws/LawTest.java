package org.gan4j.api.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.api.Law;
import org.junit.jupiter.api.Test;

class LawTest {
    @Test
    void passes_within_its_tolerance_on_both_sides() {
        assertThat(new Law("", "", 1, 1.5, 0.5).passed()).isTrue();
        assertThat(new Law("", "", 1, 0.5, 0.5).passed()).isTrue();
        assertThat(new Law("", "", 1, 1.6, 0.5).passed()).isFalse();
    }

    @Test
    void nothing_that_is_not_a_number_passes() {
        assertThat(new Law("", "", 1, Double.NaN, 0.5).passed()).isFalse();
        assertThat(new Law("", "", Double.NaN, Double.NaN, 0.5).passed()).isFalse();
        assertThat(new Law("", "", 1, Double.POSITIVE_INFINITY, 0.5).passed()).isFalse();
    }

    @Test
    void the_usual_tolerance_is_that_of_doubles() {
        // 1e-12 + 1e-10·|expected|.
        assertThat(Law.of("", "", 0, () -> 0).tolerance()).isEqualTo(1e-12);
        assertThat(Law.of("", "", -2, () -> 0).tolerance()).isCloseTo(2.01e-10, within(1e-20));
    }

    @Test
    void a_part_that_throws_has_broken_the_law() {
        Law law = Law.of("it adds up", "1 + 1", 2, () -> {
            throw new IllegalArgumentException("shapes [2] and [3] do not fit");
        });
        assertThat(law.passed()).isFalse();
        assertThat(law.law()).isEqualTo("it adds up; failed: shapes [2] and [3] do not fit");
        assertThat(law.expected()).isEqualTo(2);
    }
}
