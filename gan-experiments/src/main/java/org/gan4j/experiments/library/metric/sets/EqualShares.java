package org.gan4j.experiments.library.metric.sets;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The two-proportion z-test: do two samples have equal shares of something? It is two-sided, with the pooled share in its standard
 * error, and calls equal shares different with a probability of about 5 %.
 */
final class EqualShares {
    private static final double LEVEL = 0.05;
    private static final double Z = NormalDistribution.of(0, 1).inverseSurvivalProbability(LEVEL / 2);
    /** Counts beyond this probability do not matter. */
    private static final double TAIL = 1e-12;

    private EqualShares() {}

    /** Returns whether {@code one} of n and {@code other} of m differ significantly. */
    static boolean refuted(int one, int n, int other, int m) {
        double difference = (double) one / n - (double) other / m;
        double pooled = (double) (one + other) / (n + m);
        return difference * difference > Z * Z * pooled * (1 - pooled) * (1.0 / n + 1.0 / m);
    }

    /** Returns the exact probability that two samples of n are called different although both are of one share. */
    static double falseAlarm(double share, int n) {
        BinomialDistribution count = BinomialDistribution.of(n, share);
        int from = count.inverseCumulativeProbability(TAIL);
        int to = count.inverseSurvivalProbability(TAIL);
        double[] probabilities =
                IntStream.rangeClosed(from, to).mapToDouble(count::probability).toArray();
        double sum = 0;
        for (int i = from; i <= to; i++) {
            for (int j = from; j < i; j++) {
                // Both (i, j) and (j, i).
                sum += refuted(i, n, j, n) ? 2 * probabilities[i - from] * probabilities[j - from] : 0;
            }
        }
        return sum;
    }
}
