package org.gan4j.experiments.compare.conclusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gan4j.experiments.compare.arm.Arm;
import org.gan4j.experiments.compare.statistics.Digits;
import org.gan4j.experiments.compare.statistics.Groups;
import org.gan4j.experiments.compare.statistics.HolmFamily;
import org.gan4j.experiments.compare.statistics.Interval;
import org.gan4j.experiments.compare.statistics.MetricNames;
import org.gan4j.experiments.compare.statistics.PairedValues;
import org.gan4j.experiments.store.AlarmLog;
import org.gan4j.experiments.store.MetricSeries;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.signal.RunSignals;

/** The table for people: for each metric its arms, and under them the differences between arms. */
final class ComparisonTable {
    /**
     * The number of arms from which on only differences to the first arm are printed; the result as a document has all.
     */
    private static final int MANY = 4;

    private ComparisonTable() {}

    static String of(
            List<Arm> arms,
            List<String> metrics,
            List<PairedValues> pairs,
            HolmFamily family,
            Map<String, Map<String, Interval>> references) {
        TextTable table = new TextTable();
        table.add("", "n", "failed", "diverged", "group", "mean", "95 % interval");
        List<String> shown = metrics.stream().filter(MetricNames::isPrinted).toList();
        for (String metric : shown) {
            table.add(metric);
            Map<String, String> groups = Groups.of(arms, metric, pairs, family);
            arms.stream()
                    .filter(arm -> arm.measures(metric))
                    .forEach(arm -> add(table, arm, metric, groups.getOrDefault(arm.name(), "")));
            Objects.requireNonNull(references.get(metric)).forEach((name, interval) -> add(table, name, interval));
            pairs.stream()
                    .filter(pair -> pair.metric().equals(metric) && isShown(pair, arms))
                    .forEach(pair -> add(table, pair));
        }
        if (shown.isEmpty()) {
            arms.forEach(arm -> table.add(
                    "  " + arm.name(),
                    "0",
                    Integer.toString(arm.failed()),
                    Integer.toString(arm.diverged()),
                    "",
                    "-",
                    "no metric"));
        }
        return table + alarms(arms) + rollbacks(arms)
                + "\nIntervals: Student t over seeds, each for itself; differences are paired by seed."
                + (family.size() == 0
                        ? ""
                        : " Arms that share a letter cannot be told apart (paired t tests, Holm over " + family.size()
                                + (family.size() == 1 ? " test)." : " tests)."))
                + (arms.size() < MANY ? "" : " Differences to the first arm only; --json has all.");
    }

    /**
     * Returns the number of runs of each arm in which the collapse alarm was ever on; empty if the alarm was off in
     * all.
     */
    private static String alarms(List<Arm> arms) {
        List<String> counts = new ArrayList<>();
        for (Arm arm : arms) {
            List<Map<String, MetricSeries>> heard = arm.outcomes().stream()
                    .<Map<String, MetricSeries>>map(run -> new RunFolder(run.folder()).metrics())
                    .filter(AlarmLog::isIn)
                    .toList();
            long on = heard.stream()
                    .filter(metrics -> AlarmLog.firstAlarm(metrics).isPresent())
                    .count();
            if (!heard.isEmpty()) {
                counts.add(arm.name() + " in " + on + " of " + heard.size());
            }
        }
        return counts.isEmpty() ? "" : "\nCollapse alarm, runs in which it was on: " + String.join(", ", counts) + ".";
    }

    /** Returns how often the nets of each arm's runs went back to a checkpoint; empty if none did. */
    private static String rollbacks(List<Arm> arms) {
        List<String> counts = new ArrayList<>();
        for (Arm arm : arms) {
            List<Double> made = arm.outcomes().stream()
                    .map(run -> run.metrics().getOrDefault(RunSignals.ROLLBACKS, 0.0))
                    .filter(count -> count > 0)
                    .toList();
            if (!made.isEmpty()) {
                long all = made.stream().mapToLong(Double::longValue).sum();
                counts.add(arm.name() + " " + all + " in " + made.size() + " of "
                        + arm.outcomes().size());
            }
        }
        return counts.isEmpty()
                ? ""
                : "\nRollbacks after a value that was not finite, and runs that have them: " + String.join(", ", counts)
                        + ".";
    }

    static boolean isShown(PairedValues pair, List<Arm> arms) {
        return arms.size() < MANY || pair.a().equals(arms.get(0).name());
    }

    private static void add(TextTable table, String reference, Interval interval) {
        boolean exact = interval.n() == 0;
        table.add(
                "  " + reference,
                exact ? "" : Integer.toString(interval.n()),
                "",
                "",
                "",
                Digits.of(interval.mean()),
                exact ? "" : Digits.of(interval));
    }

    private static void add(TextTable table, Arm arm, String metric, String group) {
        Interval interval = Interval.of(arm.values(metric));
        table.add(
                "  " + arm.name(),
                Integer.toString(interval.n()),
                Integer.toString(arm.failed()),
                Integer.toString(arm.diverged()),
                group,
                Digits.of(interval.mean()),
                Digits.of(interval));
    }

    private static void add(TextTable table, PairedValues pair) {
        Interval interval = pair.interval();
        table.add(
                "  " + pair.a() + " - " + pair.b(),
                Integer.toString(interval.n()),
                "",
                "",
                "",
                Digits.of(interval.mean()),
                pair.isIdentical() ? "identical" : Digits.of(interval));
    }
}
