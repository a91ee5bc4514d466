package org.gan4j.experiments.compare.conclusion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Comparison.Row;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.experiments.compare.arm.Arm;
import org.gan4j.experiments.compare.arm.Arms;
import org.gan4j.experiments.compare.arm.ComparableProtocols;
import org.gan4j.experiments.compare.statistics.Groups;
import org.gan4j.experiments.compare.statistics.HolmFamily;
import org.gan4j.experiments.compare.statistics.Interval;
import org.gan4j.experiments.compare.statistics.MetricNames;
import org.gan4j.experiments.compare.statistics.PairedValues;
import org.gan4j.experiments.compare.statistics.References;
import org.gan4j.experiments.store.ComparisonConditions;
import org.gan4j.experiments.store.TuningRecord;

/** Compares the arms of a grid by the last values of their metrics. */
public final class Compare {
    private Compare() {}

    /**
     * Compares runs, with any result. Arms are formed by the settings in which the runs differ, except the seed. A run
     * that did not finish is counted in its arm and named in the conclusion. Values that were measured under different
     * protocols are kept apart (see {@link ComparableProtocols}).
     *
     * @param outcomes in the order of the grid
     * @param folder   the comparison's folder
     */
    public static Comparison of(List<Outcome> outcomes, Path folder) {
        return of(outcomes, folder, ComparisonConditions.unknown(), TuningRecord.none());
    }

    /** Compares runs, and tests only between arms that differ in one factor; other differences are stated. */
    public static Comparison of(
            List<Outcome> outcomes, Path folder, ComparisonConditions conditions, TuningRecord tuning) {
        ComparableProtocols protocols = ComparableProtocols.of(outcomes);
        List<Arm> arms = Arms.of(protocols);
        List<String> metrics = MetricNames.of(protocols.outcomes());
        List<PairedValues> pairs = PairedValues.all(arms, metrics, conditions);
        HolmFamily family = HolmFamily.of(pairs);
        Map<String, Map<String, Interval>> references = References.of(arms, metrics, protocols);
        List<Row> rows = new ArrayList<>();
        // Where no run came to a value, a row without a metric still shows what became of each arm.
        for (String metric : metrics.isEmpty() ? List.of("") : metrics) {
            Map<String, String> groups = Groups.of(arms, metric, pairs, family);
            arms.stream()
                    .filter(arm -> arm.measures(metric))
                    .forEach(arm -> rows.add(row(
                            arm.name(),
                            metric,
                            Interval.of(arm.values(metric)),
                            arm.failed(),
                            arm.diverged(),
                            groups.getOrDefault(arm.name(), ""))));
            references
                    .getOrDefault(metric, Map.of())
                    .forEach((name, interval) -> rows.add(row(name, metric, interval, 0, 0, "")));
        }
        return new Comparison(
                folder,
                List.copyOf(outcomes),
                List.copyOf(rows),
                pairs.stream().map(pair -> pair.difference(family)).toList(),
                ComparisonTable.of(arms, metrics, pairs, family, references) + Caveats.footer(conditions, tuning),
                Stream.concat(
                                Stream.of(Conclusion.of(arms, metrics, pairs, family, protocols)),
                                Caveats.sentences(conditions, tuning).stream())
                        .collect(Collectors.joining(" ")));
    }

    private static Row row(String name, String metric, Interval interval, int failed, int diverged, String group) {
        return new Row(
                name, metric, interval.n(), failed, diverged, interval.mean(), interval.low(), interval.high(), group);
    }
}
