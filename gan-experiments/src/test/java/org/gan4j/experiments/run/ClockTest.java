package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gan4j.api.experiment.Experiment.Budget;
import org.gan4j.api.experiment.Experiment.Cadence;
import org.gan4j.api.experiment.Experiment.Keeping;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockTest {
    @TempDir
    Path runs;

    @Test
    void a_costly_metric_is_measured_at_the_end_and_at_its_own_cadence() {
        // 20 steps with an evaluation at each tenth; a costly evaluation in between is an evaluation by all metrics.
        assertThat(measuredAt("metrics=[slow]")).containsExactly(20);
        assertThat(measuredAt("metrics=[slow]", "costly.every=8")).containsExactly(8, 16, 20);
    }

    private long[] measuredAt(String... settings) {
        Games games = new Games(runs);
        Outcome outcome = games.runner().run(games.cells(settings).get(0));
        return RunFolder.open(outcome.folder()).metrics().get("eval/slow").steps();
    }

    @Test
    void a_thing_is_due_at_each_multiple_and_never_where_its_cadence_is_0() {
        assertThat(RunClock.due(5, 10)).isTrue();
        assertThat(RunClock.due(5, 11)).isFalse();
        assertThat(RunClock.due(0, 10)).isFalse();
    }

    @Test
    void a_budget_without_time_spent_has_no_share_spent() {
        RunClock clock =
                new RunClock(new Budget(0, 0, 2), new Cadence(0, 0, 0, 0, new Keeping(1, 0, Keeping.NO_METRIC)));
        assertThat(clock.seconds()).isZero();
        clock.spent(10, 60);
        // One of two minutes.
        assertThat(clock.steps()).isEqualTo(10);
        assertThat(clock.seconds()).isEqualTo(60);
    }
}
