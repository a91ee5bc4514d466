package org.gan4j.experiments.run.checkpoint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.experiments.settings.fit.MeasuredMetric;
import org.gan4j.experiments.store.AlarmLog;
import org.gan4j.experiments.store.MetricSeries;

/**
 * The steps of a run whose checkpoints outlive newer ones: that of the best evaluation by {@code checkpoint.best}, and the last
 * before the first collapse alarm. What a resumed run keeps follows from its records. Used by the run's thread.
 */
public final class NotableSteps {
    private final Experiment experiment;
    private final Optional<MeasuredMetric> metric;
    private OptionalLong best = OptionalLong.empty();
    private double bestValue;
    private OptionalLong alarm = OptionalLong.empty();

    private NotableSteps(Experiment experiment) {
        this.experiment = experiment;
        this.metric = MeasuredMetric.named(experiment.cadence().keeping().best(), experiment.parts());
    }

    /**
     * The notable steps of a run as they stood after a step.
     *
     * @param metrics what the run has measured so far; empty for a new run
     * @param step    the last that counts
     */
    public static NotableSteps of(Experiment experiment, Map<String, MetricSeries> metrics, long step) {
        NotableSteps steps = new NotableSteps(experiment);
        metrics.forEach((name, series) -> {
            for (int i = 0; i < series.size() && series.steps()[i] <= step; i++) {
                steps.hear(series.steps()[i], Map.of(name, series.values()[i]));
            }
        });
        return steps;
    }

    /**
     * Takes the values of an evaluation. Those before the first step do not count, since nothing has been learned there.
     *
     * @return whether it is the best so far
     */
    public boolean hear(long step, Map<String, Double> values) {
        if (step == 0) {
            return false;
        }
        if (alarm.isEmpty() && Double.valueOf(1).equals(values.get(AlarmLog.METRIC))) {
            alarm = OptionalLong.of(step);
        }
        boolean better = false;
        for (Map.Entry<String, Double> value : values.entrySet()) {
            if (isBetter(value.getKey(), value.getValue())) {
                best = OptionalLong.of(step);
                bestValue = value.getValue();
                better = true;
            }
        }
        return better;
    }

    private boolean isBetter(String key, double value) {
        if (metric.isEmpty() || !metric.get().isKey(key, experiment.parts()) || !Double.isFinite(value)) {
            return false;
        }
        boolean higher = metric.get().info().aim() == MetricInfo.Aim.HIGHER;
        return best.isEmpty() || (higher ? value > bestValue : value < bestValue);
    }

    /** Returns the step of the best evaluation, the first of equally good ones. */
    public OptionalLong best() {
        return best;
    }

    /** Returns the steps among those of the checkpoints that are to be kept. */
    Set<Long> kept(List<Long> checkpoints) {
        Set<Long> kept = new HashSet<>();
        best.ifPresent(kept::add);
        alarm.ifPresent(step -> checkpoints.stream()
                .filter(checkpoint -> checkpoint < step)
                .max(Long::compare)
                .ifPresent(kept::add));
        return kept;
    }
}
