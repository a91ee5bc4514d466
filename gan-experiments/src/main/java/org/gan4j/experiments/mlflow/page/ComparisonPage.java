package org.gan4j.experiments.mlflow.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.metric.Measurement;
import org.gan4j.experiments.store.ComparisonRecord;
import org.gan4j.experiments.store.Json;

/** A comparison's own page in MLflow: the conclusion and table as its description, and the rows as metrics and table. */
public record ComparisonPage(ComparisonRecord comparison) {
    /** The file whose table MLflow shows; told to it by {@link #tableTag}. */
    public static final String TABLE = "comparison-table.json";

    /** The value of the tag by which MLflow knows that a file is a table. */
    public static String tableTag() {
        return Json.compact(List.of(new TreeMap<>(Map.of("path", TABLE, "type", "table"))));
    }

    /** The description, in Markdown. */
    public String note() {
        return comparison.conclusion() + "\n\n```\n" + comparison.table().stripTrailing()
                + "\n```\n\nThe whole report, with charts and pictures, is `report.html` among the artifacts.\n";
    }

    /**
     * Returns, for each evaluation, each arm's mean and the ends of its interval, where it has them: {@code summary/eval.parzen/minimax}
     * and so on.
     */
    public SortedMap<String, Double> metrics() {
        SortedMap<String, Double> metrics = new TreeMap<>();
        comparison.rows().stream()
                .filter(row -> Measurement.isEvaluation(row.metric()))
                .forEach(row -> {
                    // A chart's section is what stands before the last slash: a metric's arms stand side by side in
                    // one.
                    String name = "summary/" + row.metric().replace('/', '.') + "/" + row.arm();
                    metrics.put(name, row.mean());
                    metrics.put(name + ".low", row.low());
                    metrics.put(name + ".high", row.high());
                });
        metrics.values().removeIf(value -> !Double.isFinite(value));
        return metrics;
    }

    /** The rows, one an arm and metric, as MLflow's table viewer reads them. */
    public String table() {
        List<String> columns =
                List.of("arm", "metric", "n", "failed", "diverged", "mean", "low", "high", "indistinguishable");
        List<List<Object>> rows = comparison.rows().stream()
                .map(row -> Arrays.<Object>asList(
                        row.arm(),
                        row.metric(),
                        row.n(),
                        row.failed(),
                        row.diverged(),
                        row.mean(),
                        row.low(),
                        row.high(),
                        row.group()))
                .toList();
        return Json.compact(new TreeMap<>(Map.of("columns", columns, "data", rows)));
    }
}
