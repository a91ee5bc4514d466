package org.gan4j.experiments.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.api.Experiment.Budget;
import org.gan4j.api.Experiment.Cadence;
import org.junit.jupiter.api.Test;

class ClockTest {
    @Test
    void a_thing_is_due_at_each_multiple_and_never_where_its_cadence_is_0() {
        assertThat(Clock.due(5, 10)).isTrue();
        assertThat(Clock.due(5, 11)).isFalse();
        assertThat(Clock.due(0, 10)).isFalse();
    }

    @Test
    void a_budget_without_time_spent_has_no_share_spent() {
        Clock clock = new Clock(new Budget(0, 0, 2), new Cadence(0, 0, 0));
        assertThat(clock.seconds()).isZero();
        clock.spent(10, 60);
        // One of two minutes.
        assertThat(clock.steps()).isEqualTo(10);
        assertThat(clock.seconds()).isEqualTo(60);
    }
}
