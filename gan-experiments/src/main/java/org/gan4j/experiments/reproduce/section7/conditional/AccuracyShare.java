package org.gan4j.experiments.reproduce.section7.conditional;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many of several independent trials came out, with Wilson's 95 % interval of their chance: the chances whose own standard error
 * leaves the share within 1.96 of it. It stays within 0…1, also where all or none came out.
 *
 * <p>Source: Wilson 1927, JASA 22, 209-212.
 */
record AccuracyShare(int of, int hits) {
    private static final double Z = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025);

    /** The share of places where two lists are equal. */
    static AccuracyShare equal(int[] one, int[] other) {
        int hits = 0;
        for (int i = 0; i < one.length; i++) {
            hits += one[i] == other[i] ? 1 : 0;
        }
        return new AccuracyShare(one.length, hits);
    }

    double value() {
        return (double) hits / of;
    }

    double low() {
        return centre() - half();
    }

    double high() {
        return centre() + half();
    }

    private double centre() {
        return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        double share = value();
        return Z / (1 + Z * Z / of) * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
    }
}
