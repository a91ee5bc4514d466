package org.gan4j.experiments.statistics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.run.Comparison;
import org.gan4j.api.run.Comparison.Row;
import org.gan4j.api.run.Outcome;

/** Compares the arms of a grid by the last values of their metrics. */
public final class Compare {
    private Compare() {}

    /**
     * The comparison of runs, whatever they came to. Arms are the settings in which the runs differ, the seed aside; a run
     * that did not finish is counted in its arm and named in the conclusion.
     *
     * @param outcomes in the order of the grid
     * @param folder   the comparison's folder
     */
    public static Comparison of(List<Outcome> outcomes, Path folder) {
        List<Arm> arms = Arms.of(outcomes);
        List<String> metrics = MetricNames.of(outcomes);
        List<Pair> pairs = Pair.all(arms, metrics);
        List<Row> rows = new ArrayList<>();
        // Where no run came to a value, a row without a metric still shows what became of each arm.
        for (String metric : metrics.isEmpty() ? List.of("") : metrics) {
            arms.forEach(arm -> rows.add(row(arm, metric)));
        }
        return new Comparison(
                folder,
                List.copyOf(outcomes),
                List.copyOf(rows),
                pairs.stream().map(Pair::difference).toList(),
                Printed.of(arms, metrics, pairs),
                Conclusion.of(arms, metrics, pairs));
    }

    private static Row row(Arm arm, String metric) {
        Interval interval = Interval.of(arm.values(metric));
        return new Row(
                arm.name(),
                metric,
                interval.n(),
                arm.failed(),
                arm.diverged(),
                interval.mean(),
                interval.low(),
                interval.high());
    }
}
