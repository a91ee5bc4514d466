package org.gan4j.experiments.run.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.gan4j.experiments.store.AlarmLog;
import org.gan4j.experiments.store.MetricSeries;
import org.junit.jupiter.api.Test;

/** A budget of 1,000 steps with an evaluation every 100. */
class CollapseAlarmTest {
    private static final CollapseSignals COLLAPSED = new CollapseSignals(0, 0, 0);
    private static final CollapseSignals HEALTHY = new CollapseSignals(1, 1, 1);

    /** For each evaluation after those at 0: 1 where the alarm is on. */
    private static String hear(String evaluations) {
        CollapseAlarm alarm = CollapseAlarm.of(Map.of(), 0, 0);
        StringBuilder heard = new StringBuilder();
        for (int i = 0; i < evaluations.length(); i++) {
            boolean on = alarm.hear(100 * i, i / 10.0, evaluations.charAt(i) == 'c' ? COLLAPSED : HEALTHY);
            heard.append(on ? 1 : 0);
        }
        return heard.toString();
    }

    @Test
    void two_looks_in_a_row_raise_it_and_one_healthy_look_ends_it() {
        assertThat(hear("hhchccchcc")).isEqualTo("0000011001");
    }

    @Test
    void before_a_fifth_of_the_budget_a_generator_may_not_have_learned_yet() {
        // A fifth is step 200, the third evaluation; the fourth is the second that counts.
        assertThat(hear("cccccc")).isEqualTo("000111");
    }

    @Test
    void once_there_was_variety_its_loss_counts_at_once() {
        assertThat(hear("chcc")).isEqualTo("0001");
        // What the untrained generator evaluations like proves nothing.
        assertThat(hear("hccc")).isEqualTo("0001");
    }

    @Test
    void a_run_that_goes_on_hears_what_it_would_have_heard() {
        String evaluations = "cchccchhcc";
        String whole = hear(evaluations);
        for (int stop = 1; stop < evaluations.length(); stop++) {
            // Stopped between two evaluations; the journal may know more than the checkpoint.
            CollapseAlarm resumed = CollapseAlarm.of(series(evaluations), 100 * stop - 50, (stop - 0.5) / 10);
            StringBuilder heard = new StringBuilder(whole.substring(0, stop));
            for (int i = stop; i < evaluations.length(); i++) {
                boolean on = resumed.hear(100 * i, i / 10.0, evaluations.charAt(i) == 'c' ? COLLAPSED : HEALTHY);
                heard.append(on ? 1 : 0);
            }
            assertThat(heard.toString()).isEqualTo(whole);
        }
    }

    private static Map<String, MetricSeries> series(String evaluations) {
        long[] steps = new long[evaluations.length()];
        double[] values = new double[evaluations.length()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = 100 * i;
            values[i] = evaluations.charAt(i) == 'c' ? 0 : 1;
        }
        Map<String, MetricSeries> all = new TreeMap<>();
        HEALTHY.values().keySet().forEach(name -> all.put(name, new MetricSeries(name, steps, steps, values)));
        return all;
    }

    @Test
    void the_first_alarm_is_found_in_a_runs_values() {
        long[] steps = {0, 100, 200, 300};
        MetricSeries series = new MetricSeries(AlarmLog.METRIC, steps, steps, new double[] {0, 0, 1, 1});
        assertThat(AlarmLog.firstAlarm(Map.of(AlarmLog.METRIC, series))).hasValue(200);
        assertThat(AlarmLog.firstAlarm(Map.of())).isEmpty();
    }
}
