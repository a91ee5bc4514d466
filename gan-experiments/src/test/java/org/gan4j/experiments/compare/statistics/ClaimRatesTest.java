package org.gan4j.experiments.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rates of true and false claims on data whose true differences are known. */
class ClaimRatesTest {
    @Test
    void same_loss_with_other_seeds_is_seldom_claimed_to_differ() {
        // 200 comparisons of three equal arms in two metrics at n = 5. Holm keeps the chance of any false claim at most
        // 0.05. More than 20 of 200 has, binomially, mean 10 and deviation √(200 · 0.05 · 0.95) = 3.08, a chance below
        // 0.002.
        SplittableRandom random = new SplittableRandom(1);
        long alarms = IntStream.range(0, 200)
                .filter(i -> {
                    List<PairedValues> pairs = new ArrayList<>(pairs("eval/x", random));
                    pairs.addAll(pairs("eval/y", random));
                    HolmFamily family = HolmFamily.of(pairs);
                    return pairs.stream().anyMatch(family::isClaim);
                })
                .count();
        assertThat(alarms).isLessThanOrEqualTo(20);
    }

    @Test
    void effect_of_one_standard_deviation_is_mostly_found_at_ten_seeds() {
        // The two-sided t test at 9 degrees of freedom and a shift of √10 has power 0.803; 100,000 draws have a
        // standard error
        // of 0.0013.
        SplittableRandom random = new SplittableRandom(2);
        int trials = 100_000;
        long found = IntStream.range(0, trials)
                .filter(i -> PairedTests.studentP(random.doubles(10)
                                .map(ignored -> 1 + random.nextGaussian())
                                .toArray())
                        < HolmFamily.LEVEL)
                .count();
        assertThat(found / (double) trials).isBetween(0.8, 0.807);
    }

    /** The three pairs of three arms at five seeds; the values of each are normal. */
    private static List<PairedValues> pairs(String metric, SplittableRandom random) {
        double[][] arms = new double[3][];
        for (int arm = 0; arm < 3; arm++) {
            arms[arm] = IntStream.range(0, 5)
                    .mapToDouble(seed -> random.nextGaussian())
                    .toArray();
        }
        return List.of(pair(metric, arms, 0, 1), pair(metric, arms, 0, 2), pair(metric, arms, 1, 2));
    }

    private static PairedValues pair(String metric, double[][] arms, int a, int b) {
        List<Double> differences = IntStream.range(0, 5)
                .mapToObj(seed -> arms[a][seed] - arms[b][seed])
                .toList();
        return new PairedValues("arm" + a, "arm" + b, metric, differences);
    }
}
