package org.gan4j.experiments.compare.conclusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.metric.Measurement;
import org.gan4j.experiments.compare.arm.Arm;
import org.gan4j.experiments.compare.arm.ComparableProtocols;
import org.gan4j.experiments.compare.statistics.Digits;
import org.gan4j.experiments.compare.statistics.HolmFamily;
import org.gan4j.experiments.compare.statistics.Interval;
import org.gan4j.experiments.compare.statistics.PairedValues;

/**
 * Writes the conclusion in a few sentences: the differences that are significant after {@link HolmFamily Holm}, the
 * others with the reason, and runs that are excluded from all means. No difference is called better or worse, because
 * that depends on the metric.
 */
final class Conclusion {
    /** The number of items that are listed; further ones are counted. */
    private static final int LISTED = 6;

    private Conclusion() {}

    static String of(
            List<Arm> arms,
            List<String> metrics,
            List<PairedValues> pairs,
            HolmFamily family,
            ComparableProtocols protocols) {
        List<String> sentences = new ArrayList<>();
        if (arms.size() < 2) {
            sentences.add("There is one arm, so there is nothing to compare.");
        } else if (pairs.isEmpty()) {
            sentences.add("No run finished, so nothing can be claimed.");
        } else if (pairs.stream().allMatch(PairedValues::isIdentical)) {
            sentences.add(arms.stream().map(Arm::name).collect(Collectors.joining(" and "))
                    + " are identical: every metric is equal in every seed.");
        } else {
            List<PairedValues> subject = pairs.stream()
                    .filter(pair -> family.contains(pair) && ComparisonTable.isShown(pair, arms))
                    .toList();
            sentences.addAll(claims(subject, family));
        }
        sentences.addAll(protocols.warnings(metrics));
        List<String> left = leftOut(arms, metrics, protocols);
        if (!left.isEmpty()) {
            sentences.add("Excluded from all means: " + listed(left) + ".");
        }
        return String.join(" ", sentences);
    }

    private static List<String> claims(List<PairedValues> pairs, HolmFamily family) {
        List<String> can = pairs.stream()
                .filter(family::isClaim)
                .map(pair -> claim(pair, family))
                .toList();
        List<String> cannot = pairs.stream()
                .filter(pair -> !family.isClaim(pair))
                .map(pair ->
                        pair.metric() + " between " + pair.a() + " and " + pair.b() + " (" + reason(pair, family) + ")")
                .toList();
        List<String> sentences = new ArrayList<>();
        if (!can.isEmpty()) {
            sentences.add("Can be claimed: " + listed(can) + ".");
        }
        if (!cannot.isEmpty()) {
            sentences.add("No difference can be claimed in: " + listed(cannot) + ".");
        }
        return sentences;
    }

    private static String claim(PairedValues pair, HolmFamily family) {
        Interval interval = pair.interval();
        return pair.metric() + " of " + pair.a() + " is " + (interval.mean() > 0 ? "higher" : "lower") + " than of "
                + pair.b() + " by " + Digits.of(Math.abs(interval.mean())) + " (n = " + interval.n() + ", "
                + pair.a() + " - " + pair.b() + " " + Digits.of(interval) + ", " + p(pair, family) + ")";
    }

    private static String p(PairedValues pair, HolmFamily family) {
        return "p = " + Digits.of(family.adjusted(pair))
                + (family.size() == 1 ? "" : " after Holm over " + family.size() + " tests");
    }

    private static String reason(PairedValues pair, HolmFamily family) {
        Interval interval = pair.interval();
        if (pair.isIdentical()) {
            return "equal in every seed";
        } else if (interval.n() < Interval.LEAST) {
            return "no claim, n = " + interval.n() + ": no interval";
        }
        String seen = "n = " + interval.n() + ", " + Digits.of(interval.mean()) + " " + Digits.of(interval);
        boolean includes = interval.low() <= 0 && interval.high() >= 0;
        return seen + (includes ? " includes 0" : " excludes 0, but " + p(pair, family));
    }

    private static List<String> leftOut(List<Arm> arms, List<String> metrics, ComparableProtocols protocols) {
        return arms.stream()
                .flatMap(arm -> arm.outcomes().stream().flatMap(run -> leftOut(arm, run, metrics, protocols)))
                .toList();
    }

    private static Stream<String> leftOut(Arm arm, Outcome run, List<String> metrics, ComparableProtocols protocols) {
        String name = arm.name() + " seed " + run.experiment().seed();
        if (run.status() != Status.FINISHED) {
            return Stream.of(name + " (" + run.status() + " at step " + run.steps()
                    + (run.reason().isEmpty()
                            ? ""
                            : ": " + run.reason().lines().findFirst().orElse("")) + ")");
        }
        return metrics.stream()
                .filter(Measurement::isEvaluation)
                .filter(metric -> protocols.concerns(run, metric))
                .filter(metric -> !Double.isFinite(run.metrics().getOrDefault(metric, Double.NaN)))
                .map(metric -> metric + " of " + name + " (not a finite number)");
    }

    private static String listed(List<String> items) {
        String listed = items.stream().limit(LISTED).collect(Collectors.joining("; "));
        return items.size() <= LISTED
                ? listed
                : String.format(
                        Locale.ROOT, "%s; and %d more, which the table names or counts", listed, items.size() - LISTED);
    }
}
