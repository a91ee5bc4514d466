package org.gan4j.experiments.compare.conclusion;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gan4j.experiments.compare.statistics.Digits;
import org.gan4j.experiments.store.ComparisonConditions;
import org.gan4j.experiments.store.ComparisonConditions.Fact;
import org.gan4j.experiments.store.ComparisonConditions.Standing;
import org.gan4j.experiments.store.TuningRecord;

/** The remarks on the fairness of the arms that are stated beside a result. */
final class Caveats {
    private Caveats() {}

    /** Returns the lines under the table; empty if nothing is known. */
    static String footer(ComparisonConditions conditions, TuningRecord tuning) {
        List<String> lines = new ArrayList<>();
        List<String> factors = conditions.factors();
        if (factors.size() == 1) {
            lines.add("The arms differ in " + factors.get(0)
                    + (isClean(conditions) ? " only; data, nets, schedule and budget are the same." : "."));
        } else if (factors.size() > 1) {
            lines.add("The arms differ in " + String.join(" and ", factors)
                    + "; differences are tested only between arms that differ in one of these, so a letter"
                    + " that other arms share says nothing about them.");
        }
        lines.addAll(tuned(tuning));
        conditions.facts(Standing.WAIVED).forEach(fact -> lines.add("Waived: " + values(fact) + "."));
        conditions
                .facts(Standing.UNDECLARED)
                .forEach(fact -> lines.add("Neither declared nor waived: " + values(fact) + "."));
        return lines.stream().map(line -> "\n" + line).collect(Collectors.joining());
    }

    private static List<String> tuned(TuningRecord tuning) {
        List<String> lines = new ArrayList<>();
        if (tuning.isNone()) {
            return lines;
        }
        int each = tuning.arms().get(0).tried().size() * tuning.seeds().size();
        lines.add("Each arm ran at its own tuned " + tuning.key() + ", chosen for the " + tuning.goal() + " mean "
                + tuning.metric() + " in " + each + " tuning runs an arm with seeds " + tuning.seeds() + ":");
        tuning.arms()
                .forEach(arm -> lines.add("  " + arm.arm() + ": " + arm.chosen() + " of "
                        + arm.tried().stream().map(Caveats::tried).collect(Collectors.joining(", "))
                        + (arm.atEdge()
                                ? "; at the edge of what was tried, so values beyond it should be tried too"
                                : "")
                        + (arm.tied().isEmpty()
                                ? ""
                                : "; " + String.join(", ", arm.tied())
                                        + " did exactly as well; the order of the list decided")));
        return lines;
    }

    private static String tried(TuningRecord.Tried tried) {
        return tried.value() + " (" + Digits.of(tried.mean()) + (tried.lost() == 0 ? "" : ", " + tried.lost() + " lost")
                + ")";
    }

    private static boolean isClean(ComparisonConditions conditions) {
        return conditions.facts().stream()
                .allMatch(fact -> fact.standing() == Standing.SHARED || fact.standing() == Standing.FACTOR);
    }

    /** Returns the sentences for the conclusion. */
    static List<String> sentences(ComparisonConditions conditions, TuningRecord tuning) {
        List<String> sentences = new ArrayList<>();
        if (!tuning.isNone()) {
            sentences.add("Each arm ran at its own tuned " + tuning.key() + ".");
            tuning.arms().stream()
                    .filter(arm -> !arm.tied().isEmpty())
                    .forEach(arm -> sentences.add(tuning.metric() + " could not tell " + arm.chosen() + " of "
                            + arm.arm() + " from " + String.join(", ", arm.tied())
                            + ", so it may not be its best: choose by another tune.metric."));
        }
        List<Fact> waived = conditions.facts(Standing.WAIVED).stream()
                .filter(fact -> !fact.key().equals(tuning.key()))
                .toList();
        add(sentences, waived, "which was waived");
        add(sentences, conditions.facts(Standing.UNDECLARED), "which was neither declared nor waived");
        return sentences;
    }

    private static void add(List<String> sentences, List<Fact> facts, String why) {
        if (!facts.isEmpty()) {
            String keys = facts.stream().map(Fact::key).collect(Collectors.joining(", "));
            sentences.add("The arms also differ in " + keys + ", " + why + ": a difference may stem from it.");
        }
    }

    private static String values(Fact fact) {
        return fact.key() + " ("
                + new TreeMap<>(fact.arms())
                        .entrySet().stream()
                                .map(arm -> arm.getKey() + ": " + arm.getValue())
                                .collect(Collectors.joining("; "))
                + ")";
    }
}
