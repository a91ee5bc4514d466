package org.gan4j.experiments.compare.statistics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.metric.Measurement;
import org.gan4j.experiments.compare.arm.Arm;
import org.gan4j.experiments.compare.arm.ComparableProtocols;
import org.gan4j.experiments.store.MetricSeries;
import org.gan4j.experiments.store.RunFolder;

/**
 * Rows of reference values beside those of the arms. The row <em>untrained</em> has the generator's values before its
 * first step; there is one such row if all arms begin from the same generators, and none otherwise. The row <em>perfect
 * sampler</em> has the mean value of draws from the data itself under the metric's protocol, if it is known.
 */
public final class References {
    private static final String UNTRAINED = "untrained";
    private static final String PERFECT = "perfect sampler";

    private References() {}

    /** Returns the rows of each evaluation metric, by their names; a perfect sampler's is exact and has n = 0. */
    public static Map<String, Map<String, Interval>> of(
            List<Arm> arms, List<String> metrics, ComparableProtocols protocols) {
        Map<String, Map<String, Interval>> all = new TreeMap<>();
        for (String metric : metrics) {
            Map<String, Interval> rows = new LinkedHashMap<>();
            if (Measurement.isEvaluation(metric)) {
                untrained(arms, metric, protocols).ifPresent(values -> rows.put(UNTRAINED, Interval.of(values)));
                perfect(arms, metric, protocols)
                        .ifPresent(value -> rows.put(PERFECT, new Interval(0, value, Double.NaN, Double.NaN)));
            }
            all.put(metric, rows);
        }
        return all;
    }

    private static Optional<double[]> untrained(List<Arm> arms, String metric, ComparableProtocols protocols) {
        List<double[]> all = arms.stream()
                .filter(arm -> arm.measures(metric))
                .map(arm -> untrained(arm, metric, protocols))
                .toList();
        boolean shared = all.stream().allMatch(arm -> Arrays.equals(arm, all.get(0)));
        return all.stream().findFirst().filter(values -> shared && values.length > 0);
    }

    private static double[] untrained(Arm arm, String metric, ComparableProtocols protocols) {
        return arm.outcomes().stream()
                .filter(run -> protocols.concerns(run, metric))
                .map(Outcome::folder)
                .map(folder -> new RunFolder(folder).metrics().get(protocols.key(metric)))
                .filter(Objects::nonNull)
                .filter(References::beginsUntrained)
                .mapToDouble(series -> series.values()[0])
                .toArray();
    }

    private static boolean beginsUntrained(MetricSeries series) {
        return series.steps().length > 0 && series.steps()[0] == 0;
    }

    private static OptionalDouble perfect(List<Arm> arms, String metric, ComparableProtocols protocols) {
        double[] found = arms.stream()
                .flatMap(arm -> arm.outcomes().stream())
                .filter(run -> run.metrics().containsKey(metric))
                .flatMap(run -> ComparableProtocols.measurements(run).stream())
                .filter(measurement -> measurement.key().equals(protocols.key(metric)))
                .map(Measurement::perfect)
                .flatMapToDouble(OptionalDouble::stream)
                .distinct()
                .toArray();
        return found.length == 1 ? OptionalDouble.of(found[0]) : OptionalDouble.empty();
    }
}
