package org.gan4j.experiments.run.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.store.MetricSeries;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Test;

/** {@code jsd} is good where it is low, and {@code modes} measures {@code eval/quality}, which is good where it is high. */
class NotableStepsTest {
    private static Experiment experiment(String best) {
        return Extensions.onClassPath()
                .instance(LocalRunner.class)
                .resolve("ring", "metrics=[jsd,modes]", "checkpoint.best=" + best)
                .get(0);
    }

    private static NotableSteps none(String best) {
        return NotableSteps.of(experiment(best), Map.of(), 0);
    }

    @Test
    void the_best_evaluation_is_the_first_with_the_best_value_in_the_metrics_direction() {
        NotableSteps low = none("jsd");
        assertThat(low.hear(10, Map.of("eval/jsd", 0.5))).isTrue();
        assertThat(low.hear(20, Map.of("eval/jsd", 0.2))).isTrue();
        assertThat(low.hear(30, Map.of("eval/jsd", 0.2))).isFalse();
        assertThat(low.hear(40, Map.of("eval/jsd", 0.3))).isFalse();
        assertThat(low.best()).hasValue(20);

        NotableSteps high = none("quality");
        assertThat(high.hear(10, Map.of("eval/quality", 0.5))).isTrue();
        assertThat(high.hear(20, Map.of("eval/quality", 0.2))).isFalse();
        assertThat(high.best()).hasValue(10);
    }

    @Test
    void values_of_other_metrics_before_the_first_step_or_that_are_not_finite_do_not_count() {
        NotableSteps steps = none("jsd");
        assertThat(steps.hear(0, Map.of("eval/jsd", 0.0))).isFalse();
        assertThat(steps.hear(10, Map.of("eval/jsd", Double.NaN))).isFalse();
        assertThat(steps.hear(20, Map.of("eval/modes", 0.0))).isFalse();
        assertThat(steps.best()).isEmpty();
        assertThat(steps.hear(30, Map.of("eval/jsd-n500", 0.4)))
                .as("under another protocol")
                .isTrue();
    }

    @Test
    void the_best_and_the_last_checkpoint_before_the_first_alarm_are_kept() {
        NotableSteps steps = none("jsd");
        steps.hear(20, Map.of("eval/jsd", 0.1, "alarm/collapse", 0.0));
        steps.hear(50, Map.of("eval/jsd", 0.7, "alarm/collapse", 1.0));
        steps.hear(80, Map.of("eval/jsd", 0.7, "alarm/collapse", 1.0));
        // 50 is the checkpoint of the alarm itself, so 40 is the last before.
        assertThat(steps.kept(List.of(90L, 60L, 50L, 40L, 20L))).containsExactlyInAnyOrder(20L, 40L);
        assertThat(none("none").kept(List.of(90L, 60L))).isEmpty();
    }

    @Test
    void a_resumed_run_knows_what_was_measured_up_to_its_step() {
        MetricSeries jsd =
                new MetricSeries("eval/jsd", new long[] {0, 10, 20, 30}, new long[4], new double[] {0, 3, 2, 1});
        MetricSeries alarm =
                new MetricSeries("alarm/collapse", new long[] {10, 20, 30}, new long[3], new double[] {0, 1, 1});
        Map<String, MetricSeries> measured = Map.of("eval/jsd", jsd, "alarm/collapse", alarm);
        NotableSteps resumed = NotableSteps.of(experiment("jsd"), measured, 20);
        assertThat(resumed.best()).hasValue(20);
        assertThat(resumed.kept(List.of(5L, 15L, 25L))).containsExactlyInAnyOrder(20L, 15L);
        assertThat(NotableSteps.of(experiment("jsd"), measured, 10).kept(List.of(5L, 15L)))
                .containsExactly(10L);
    }
}
