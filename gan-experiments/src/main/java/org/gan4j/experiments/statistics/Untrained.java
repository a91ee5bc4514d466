package org.gan4j.experiments.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gan4j.api.run.Measurement;
import org.gan4j.api.run.Outcome;
import org.gan4j.experiments.folder.RunFolder;
import org.gan4j.experiments.folder.Series;

/**
 * What the generator was worth before its first step: the row that every arm has to beat. Arms that share their nets and seeds
 * begin from the same generator, so one row stands for all; where they do not, there is none.
 */
final class Untrained {
    /** The name of the row. */
    static final String NAME = "untrained";

    private Untrained() {}

    /** The values over the seeds, by evaluation metric; empty where runs were not evaluated before their first step. */
    static Map<String, double[]> of(List<Arm> arms, List<String> metrics) {
        Map<String, double[]> values = new TreeMap<>();
        for (String metric : metrics) {
            List<double[]> all = arms.stream().map(arm -> values(arm, metric)).toList();
            boolean shared = all.stream().allMatch(arm -> Arrays.equals(arm, all.get(0)));
            if (Measurement.isEvaluation(metric) && shared && all.get(0).length > 0) {
                values.put(metric, all.get(0));
            }
        }
        return values;
    }

    private static double[] values(Arm arm, String metric) {
        return arm.outcomes().stream()
                .map(Outcome::folder)
                .map(folder -> new RunFolder(folder).metrics().get(metric))
                .filter(Objects::nonNull)
                .filter(series -> beginsUntrained(series))
                .mapToDouble(series -> series.values()[0])
                .toArray();
    }

    private static boolean beginsUntrained(Series series) {
        return series.steps().length > 0 && series.steps()[0] == 0;
    }
}
