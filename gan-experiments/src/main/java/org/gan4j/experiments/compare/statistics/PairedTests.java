package org.gan4j.experiments.compare.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/** Tests of paired differences against "on average 0", and an interval that assumes no distribution. */
final class PairedTests {
    /** The largest n for which all 2ⁿ choices of signs are tried. */
    private static final int EXACT = 16;

    private static final int FLIPS = 100_000;
    private static final int RESAMPLES = 10_000;

    /** The seed of the draws, which is fixed so that a report that is written again has the same values. */
    private static final long SEED = 20140610;

    private PairedTests() {}

    /**
     * Returns the two-sided p of the paired Student t test: the chance of a |t| = |mean| / (s/√n) at least this large,
     * with n - 1 degrees of freedom. NaN below n = 3.
     */
    static double studentP(double... differences) {
        int n = differences.length;
        if (n < Interval.LEAST) {
            return Double.NaN;
        }
        double mean = Arrays.stream(differences).average().orElseThrow();
        double error = Interval.standardError(mean, differences);
        if (error == 0) {
            return mean == 0 ? 1 : 0;
        }
        return 2 * TDistribution.of(n - 1).survivalProbability(Math.abs(mean) / error);
    }

    /**
     * Returns the two-sided p of the sign-flip permutation test: where neither arm is ahead, each difference is as
     * likely as its negative; p is the share of choices of signs whose |sum| is at least the one seen. Never below
     * 2/2ⁿ. NaN below n = 3.
     */
    static double signFlipP(double... differences) {
        int n = differences.length;
        if (n < Interval.LEAST) {
            return Double.NaN;
        }
        double size = Arrays.stream(differences).map(Math::abs).sum();
        // Sums of the same numbers in another order differ by rounding alone.
        double seen = Math.abs(Arrays.stream(differences).sum()) - 1e-12 * size;
        if (n <= EXACT) {
            int choices = 1 << n;
            long reached = IntStream.range(0, choices)
                    .filter(signs -> reaches(differences, i -> (signs >> i & 1) == 0, seen))
                    .count();
            return reached / (double) choices;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        long reached = IntStream.range(0, FLIPS)
                .filter(flip -> reaches(differences, i -> random.nextBoolean(), seen))
                .count();
        // The choice that was seen is one of the choices.
        return (reached + 1) / (double) (FLIPS + 1);
    }

    private static boolean reaches(double[] differences, IntPredicate kept, double seen) {
        double sum = 0;
        for (int i = 0; i < differences.length; i++) {
            sum += kept.test(i) ? differences[i] : -differences[i];
        }
        return Math.abs(sum) >= seen;
    }

    /**
     * Returns the ends of the 95 % bootstrap percentile interval of the mean. It is narrow where seeds are few, so no
     * claim rests on it; where it and the t interval disagree at many seeds, the differences are far from normal. NaN
     * below n = 3.
     */
    static double[] bootstrap(double... differences) {
        int n = differences.length;
        if (n < Interval.LEAST) {
            return new double[] {Double.NaN, Double.NaN};
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += differences[random.nextInt(n)];
            }
            means[i] = sum / n;
        }
        Arrays.sort(means);
        int low = (int) (Interval.TAIL * RESAMPLES);
        return new double[] {means[low], means[RESAMPLES - 1 - low]};
    }
}
