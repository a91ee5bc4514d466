package org.gan4j.experiments.reproduce.section7.conditional;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.gan4j.experiments.reproduce.ResultText;

/**
 * The share of independent trials that succeeded, with Wilson's 95 % interval of their chance: the chances whose own standard error leaves
 * the share within 1.96 of it. It stays within 0…1, also where all or none succeeded.
 *
 * <p>Source: Wilson 1927, JASA 22, 209-212.
 *
 * @param n number of trials
 */
public record AccuracyShare(double value, double low, double high, int n) {
    private static final double Z = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025);

    static AccuracyShare of(int n, int hits) {
        double share = (double) hits / n;
        double centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
        return new AccuracyShare(share, centre - half, centre + half, n);
    }

    /** Returns the share of places where two lists are equal. */
    static AccuracyShare equal(int[] one, int[] other) {
        int hits = 0;
        for (int i = 0; i < one.length; i++) {
            hits += one[i] == other[i] ? 1 : 0;
        }
        return of(one.length, hits);
    }

    @Override
    public String toString() {
        return percent(value) + " [" + percent(low) + ", " + percent(high) + "]";
    }

    static String percent(double share) {
        return ResultText.number("%.1f %%", 100 * share);
    }
}
