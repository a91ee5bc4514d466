package org.gan4j.experiments.library.metric.digit;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.gan4j.api.data.Table;

/**
 * How often each mode occurs among samples.
 *
 * @param counts of each mode, or weights in proportion to what is expected
 */
record ModeCounts(double[] counts) {
    /** Counts beyond this probability do not matter. */
    private static final double TAIL = 1e-12;

    /** Returns the weights of the modes that three digits of a stacked set write, drawn independently. */
    static ModeCounts expected(Table stacked) {
        double[] digits = new double[DigitNet.DIGITS];
        for (int label : stacked.labels().orElseThrow()) {
            for (int rest = label, place = 0; place < 3; place++, rest /= DigitNet.DIGITS) {
                digits[rest % DigitNet.DIGITS]++;
            }
        }
        return new ModeCounts(IntStream.range(0, 1_000)
                .mapToDouble(mode -> digits[mode / 100] * digits[mode / 10 % 10] * digits[mode % 10])
                .toArray());
    }

    private double n() {
        return Arrays.stream(counts).sum();
    }

    /** Returns how many modes occur. */
    double covered() {
        return Arrays.stream(counts).filter(count -> count > 0).count();
    }

    /** Returns the bootstrap's standard error of the number of modes, in closed form. */
    double coveredError() {
        double n = n();
        return Math.sqrt(Arrays.stream(counts)
                .map(count -> Math.pow(1 - count / n, n))
                .map(missed -> missed < 1 ? missed * (1 - missed) : 0)
                .sum());
    }

    /** Returns the divergence of the shares of the modes from equal ones. */
    double divergence() {
        double n = n();
        return Arrays.stream(counts).map(count -> term(count / n)).sum();
    }

    /** Returns the standard error of the divergence, to first order. */
    double divergenceError() {
        double n = n();
        double mean = divergence();
        double variance = Arrays.stream(counts)
                .filter(count -> count > 0)
                .map(count -> count / n * Math.pow(Math.log(count / n * counts.length) - mean, 2))
                .sum();
        return Math.sqrt(variance / n);
    }

    private double term(double share) {
        return share > 0 ? share * Math.log(share * counts.length) : 0;
    }

    /** Returns the mean number of modes that n draws with these weights are in. */
    double meanCovered(int n) {
        double all = n();
        return Arrays.stream(counts)
                .map(weight -> 1 - Math.pow(1 - weight / all, n))
                .sum();
    }

    /** Returns the mean divergence of n draws with these weights. */
    double meanDivergence(int n) {
        double all = n();
        return Arrays.stream(counts)
                .filter(weight -> weight > 0)
                .map(weight -> mean(BinomialDistribution.of(n, weight / all), count -> term((double) count / n)))
                .sum();
    }

    private static double mean(BinomialDistribution counts, IntToDoubleFunction of) {
        return IntStream.rangeClosed(counts.inverseCumulativeProbability(TAIL), counts.inverseSurvivalProbability(TAIL))
                .mapToDouble(count -> counts.probability(count) * of.applyAsDouble(count))
                .sum();
    }
}
