package org.gan4j.experiments.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.run.Outcome;
import org.gan4j.api.run.Status;

/**
 * What can and what cannot be concluded, in at most three sentences: differences whose interval excludes 0, the others with
 * the reason, and runs that are in no mean. A difference is never called better or worse; that depends on the metric.
 */
final class Conclusion {
    /** More items than this are counted and not told. */
    private static final int TOLD = 6;

    private Conclusion() {}

    static String of(List<Arm> arms, List<String> metrics, List<Pair> pairs) {
        List<String> sentences = new ArrayList<>();
        if (arms.size() < 2) {
            sentences.add("There is one arm, so there is nothing to compare.");
        } else if (pairs.isEmpty()) {
            sentences.add("No run finished, so nothing can be claimed.");
        } else if (pairs.stream().allMatch(Pair::isIdentical)) {
            sentences.add(arms.stream().map(Arm::name).collect(Collectors.joining(" and "))
                    + " are identical: every metric is equal in every seed.");
        } else {
            sentences.addAll(claims(subject(arms, pairs)));
        }
        List<String> left = leftOut(arms, metrics);
        if (!left.isEmpty()) {
            sentences.add("In no mean: " + told(left) + ".");
        }
        return String.join(" ", sentences);
    }

    /** The evaluations; without any, the state of the game. */
    private static List<Pair> subject(List<Arm> arms, List<Pair> pairs) {
        List<Pair> shown =
                pairs.stream().filter(pair -> Printed.isShown(pair, arms)).toList();
        List<Pair> evaluations = shown.stream()
                .filter(pair -> MetricNames.isEvaluation(pair.metric()))
                .toList();
        return evaluations.isEmpty()
                ? shown.stream()
                        .filter(pair -> MetricNames.isPrinted(pair.metric()))
                        .toList()
                : evaluations;
    }

    private static List<String> claims(List<Pair> pairs) {
        List<String> can = texts(pairs, Pair::isClaim);
        List<String> cannot = texts(pairs, pair -> !pair.isClaim());
        List<String> sentences = new ArrayList<>();
        if (!can.isEmpty()) {
            sentences.add("Can be claimed: " + told(can) + ".");
        }
        if (!cannot.isEmpty()) {
            sentences.add("No difference can be claimed in: " + told(cannot) + ".");
        }
        return sentences;
    }

    private static List<String> texts(List<Pair> pairs, Predicate<Pair> kept) {
        return pairs.stream().filter(kept).map(Conclusion::text).toList();
    }

    private static String text(Pair pair) {
        Interval interval = pair.interval();
        if (pair.isClaim()) {
            return pair.metric() + " of " + pair.a() + " is " + (interval.mean() > 0 ? "higher" : "lower") + " than of "
                    + pair.b() + " by " + Digits.of(Math.abs(interval.mean())) + " (n = " + interval.n() + ", "
                    + pair.a() + " - " + pair.b() + " " + Digits.of(interval) + ")";
        }
        return pair.metric() + " between " + pair.a() + " and " + pair.b() + " (" + reason(pair, interval) + ")";
    }

    private static String reason(Pair pair, Interval interval) {
        if (pair.isIdentical()) {
            return "equal in every seed";
        } else if (interval.n() < Interval.LEAST) {
            return "no claim, n = " + interval.n() + ": no interval";
        }
        return "n = " + interval.n() + ", " + Digits.of(interval.mean()) + " " + Digits.of(interval) + " includes 0";
    }

    private static List<String> leftOut(List<Arm> arms, List<String> metrics) {
        return arms.stream()
                .flatMap(arm -> arm.outcomes().stream().flatMap(run -> leftOut(arm, run, metrics)))
                .toList();
    }

    private static Stream<String> leftOut(Arm arm, Outcome run, List<String> metrics) {
        String name = arm.name() + " seed " + run.experiment().seed();
        if (run.status() != Status.FINISHED) {
            return Stream.of(name + " (" + run.status() + " at step " + run.steps()
                    + (run.reason().isEmpty()
                            ? ""
                            : ": " + run.reason().lines().findFirst().orElse("")) + ")");
        }
        return metrics.stream()
                .filter(MetricNames::isEvaluation)
                .filter(metric -> !Double.isFinite(run.metrics().getOrDefault(metric, Double.NaN)))
                .map(metric -> metric + " of " + name + " (not a finite number)");
    }

    private static String told(List<String> items) {
        String told = items.stream().limit(TOLD).collect(Collectors.joining("; "));
        return items.size() <= TOLD
                ? told
                : String.format(
                        Locale.ROOT, "%s; and %d more, which the table names or counts", told, items.size() - TOLD);
    }
}
