package org.gan4j.experiments.reproduce.section7.semisupervised;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gan4j.experiments.compare.statistics.Interval;

/**
 * How much better one input is than another, in shares of the test examples: the mean of the differences draw by draw, with its 95 % t
 * interval.
 */
record AccuracyDifference(int labels, String a, String b, Interval interval) {
    private static final double POINTS = 100;

    /** a - b; both have the same draws. */
    static AccuracyDifference of(AccuracyRow a, AccuracyRow b) {
        double[] differences = a.accuracies();
        double[] others = b.accuracies();
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= others[i];
        }
        return new AccuracyDifference(a.labels(), a.input(), b.input(), Interval.of(differences));
    }

    /** Whether the interval excludes 0. */
    boolean canBeClaimed() {
        return interval.low() > 0 || interval.high() < 0;
    }

    String text() {
        String what = String.format(
                Locale.ROOT,
                "%s - %s: %+.1f points, 95 %% interval [%.1f, %.1f]",
                a,
                b,
                POINTS * interval.mean(),
                POINTS * interval.low(),
                POINTS * interval.high());
        if (!canBeClaimed()) {
            return what + "; neither can be claimed to be better, for the interval holds 0";
        }
        return what + "; can be claimed: " + (interval.mean() > 0 ? a : b) + " are better";
    }

    Map<String, Object> document() {
        Map<String, Object> difference = new LinkedHashMap<>();
        difference.put("labels", labels);
        difference.put("a", a);
        difference.put("b", b);
        difference.put("n", interval.n());
        difference.put("mean", interval.mean());
        difference.put("low", interval.low());
        difference.put("high", interval.high());
        difference.put("canBeClaimed", canBeClaimed());
        return difference;
    }
}
