package org.gan4j.experiments.compare.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean with its two-sided 95 % Student t interval: {@code mean ± t(0.975, n-1) · s / √n}, where s² is the sum of squared
 * deviations over n - 1.
 *
 * @param n    number of values
 * @param mean NaN where there is no value
 * @param low  NaN below n = 3
 * @param high NaN below n = 3
 */
public record Interval(int n, double mean, double low, double high) {
    /**
     * The fewest values that have an interval: two values say almost nothing about their spread (t(0.975, 1) is 12.7).
     */
    public static final int LEAST = 3;

    static final double TAIL = 0.025;

    /** Computes the interval of finite values. */
    public static Interval of(double... values) {
        int n = values.length;
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / n;
        if (n < LEAST) {
            return new Interval(n, mean, Double.NaN, Double.NaN);
        }
        double half = TDistribution.of(n - 1).inverseSurvivalProbability(TAIL) * standardError(mean, values);
        return new Interval(n, mean, mean - half, mean + half);
    }

    /** Returns s/√n of values with this mean. */
    static double standardError(double mean, double... values) {
        int n = values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (n - 1) / n);
    }
}
