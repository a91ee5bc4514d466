package org.gan4j.experiments.reproduce.section7.semisupervised;

import org.gan4j.experiments.compare.statistics.Interval;
import org.gan4j.experiments.reproduce.ResultText;

/**
 * The advantage of one input over another, in shares of the test examples: the mean of the differences draw by draw, with its 95 % t
 * interval.
 *
 * @param n            number of draws
 * @param canBeClaimed whether the interval excludes 0
 */
public record AccuracyDifference(
        int labels, String a, String b, int n, double mean, double low, double high, boolean canBeClaimed) {
    private static final double POINTS = 100;

    /** Returns a - b; both have the same draws. */
    static AccuracyDifference of(AccuracyRow a, AccuracyRow b) {
        double[] differences = new double[a.n()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = a.accuracies().get(i) - b.accuracies().get(i);
        }
        Interval interval = Interval.of(differences);
        return new AccuracyDifference(
                a.labels(),
                a.input(),
                b.input(),
                interval.n(),
                interval.mean(),
                interval.low(),
                interval.high(),
                interval.low() > 0 || interval.high() < 0);
    }

    String text() {
        String what = ResultText.number(
                "%s - %s: %+.1f points, 95 %% interval [%.1f, %.1f]", a, b, POINTS * mean, POINTS * low, POINTS * high);
        return canBeClaimed
                ? what + "; can be claimed: " + (mean > 0 ? a : b) + " are better"
                : what + "; neither can be claimed to be better, for the interval holds 0";
    }
}
