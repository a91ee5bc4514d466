package org.gan4j.experiments.compare.tuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.experiments.compare.arm.ComparableProtocols;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.TuningRecord;

/**
 * Chooses a value for an arm: the one whose runs have the best mean. A value with a run that diverged or failed loses
 * against values without such a run.
 */
record RateChoice(ComparisonPlan.Sweep sweep) {
    static final String LOWEST = "lowest";
    static final String HIGHEST = "highest";

    /** Returns the values that were tried for one arm, and the chosen one. */
    TuningRecord.Arm choose(String arm, List<Outcome> runs) {
        Map<String, List<Outcome>> byValue = new LinkedHashMap<>();
        runs.forEach(
                run -> byValue.computeIfAbsent(run.experiment().settings().get(sweep.key()), value -> new ArrayList<>())
                        .add(run));
        List<TuningRecord.Tried> tried = new ArrayList<>();
        byValue.forEach((value, its) -> tried.add(tried(value, its)));
        TuningRecord.Tried best = tried.stream()
                .filter(one -> one.finished() > 0)
                .min(Comparator.comparingInt(TuningRecord.Tried::lost)
                        .thenComparingDouble(one -> sweep.goal().equals(LOWEST) ? one.mean() : -one.mean()))
                .orElseThrow(() -> new WorkFailed("no tuning run of " + arm + " came to a value of " + sweep.metric()
                        + "; try other values or another tune.metric"));
        double[] values = byValue.keySet().stream()
                .mapToDouble(TuningRequest::number)
                .sorted()
                .toArray();
        double chosen = TuningRequest.number(best.value());
        boolean atEdge = chosen == values[0] || chosen == values[values.length - 1];
        return new TuningRecord.Arm(arm, tried, best.value(), atEdge);
    }

    private TuningRecord.Tried tried(String value, List<Outcome> runs) {
        double[] values = runs.stream()
                .filter(run -> run.status() == Status.FINISHED)
                .mapToDouble(this::value)
                .filter(Double::isFinite)
                .toArray();
        return new TuningRecord.Tried(
                value,
                values.length,
                runs.size() - values.length,
                Arrays.stream(values).average().orElse(Double.NaN));
    }

    /** Returns the last value of the metric, under any protocol; NaN if the run has none. */
    private double value(Outcome run) {
        return ComparableProtocols.measurements(run).stream()
                .filter(measurement -> measurement.isOf(sweep.metric()))
                .map(Measurement::value)
                .findFirst()
                .orElse(run.metrics().getOrDefault(sweep.metric(), Double.NaN));
    }
}
