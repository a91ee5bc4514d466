package org.gan4j.experiments.run.alarm;

import java.util.Map;
import java.util.Optional;
import org.gan4j.experiments.store.AlarmLog;
import org.gan4j.experiments.store.MetricSeries;

/**
 * Watches one run for collapse: the alarm is on where the spread of the samples and another of the {@link CollapseSignals} were below
 * their thresholds in two evaluations in a row. A generator that has learned nothing looks collapsed too; so evaluations count from a fifth of the budget on, or earlier
 * once the generator has shown variety. Looking changes nothing in the run. Used by the run's thread.
 */
public final class CollapseAlarm {
    private static final double WARM_UP = 0.2;

    private boolean varied;
    private boolean before;
    private boolean told;

    private CollapseAlarm() {}

    /**
     * The alarm as it stood after a step.
     *
     * @param metrics what the run has measured so far; empty for a new run
     * @param step    the step it begins or goes on from
     * @param share   of the budget that was spent then
     */
    public static CollapseAlarm of(Map<String, MetricSeries> metrics, long step, double share) {
        CollapseAlarm alarm = new CollapseAlarm();
        CollapseSignals.upTo(metrics, step).forEach((at, signals) -> alarm.hear(at, share * at / step, signals));
        return alarm;
    }

    /**
     * Judges an evaluation.
     *
     * @param step   that it is at
     * @param share  of the budget that is spent
     * @param values takes what was seen, by metric name
     * @return a sentence, the first time that the alarm is on
     */
    public Optional<String> check(EvaluationBatch seen, long step, double share, Map<String, Double> values) {
        CollapseSignals signals = CollapseSignals.of(seen);
        boolean silent = !told;
        boolean on = hear(step, share, signals);
        values.putAll(signals.values());
        values.put(AlarmLog.METRIC, on ? 1.0 : 0.0);
        return on && silent ? Optional.of("collapse alarm at step " + step + ": " + signals) : Optional.empty();
    }

    /** Returns whether the alarm is on after this evaluation. */
    boolean hear(long step, double share, CollapseSignals signals) {
        boolean collapsed = signals.speakOfCollapse();
        varied |= step > 0 && !collapsed;
        boolean suspicion = step > 0 && collapsed && (varied || share >= WARM_UP);
        boolean on = suspicion && before;
        before = suspicion;
        told |= on;
        return on;
    }
}
