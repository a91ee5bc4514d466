package org.gan4j.experiments.library.metric.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.experiments.library.metric.KMeans;
import org.gan4j.experiments.library.metric.MemberMean;
import org.gan4j.experiments.library.metric.sets.DifferentBins.Bins;
import org.junit.jupiter.api.Test;

class DifferentBinsTest {
    private static final int N = 500;

    private static PointSet line(float... values) {
        return new PointSet(values, 1);
    }

    /** Draws of N(shift, 1) on the line. */
    private static PointSet cloud(int seed, int n, double shift) {
        Random random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (shift + random.nextGaussian());
        }
        return line(values);
    }

    /**
     * 10 and 20 of 100: the pooled share is 0.15, so z = 0.1 / √(0.15 · 0.85 · 0.02) = 1.980 > 1.960. 10 and 19 of 100: z = 0.09 /
     * √(0.145 · 0.855 · 0.02) = 1.807. 10 of 100 and 40 of 200: z = 0.1 / √(1/6 · 5/6 · 0.015) = 2.191; 36 of 200: z = 0.08 / √(0.1533 ·
     * 0.8467 · 0.015) = 1.813.
     */
    @Test
    void the_test_compares_z_with_1_96() {
        assertThat(EqualShares.refuted(10, 100, 20, 100)).isTrue();
        assertThat(EqualShares.refuted(20, 100, 10, 100)).isTrue();
        assertThat(EqualShares.refuted(10, 100, 19, 100)).isFalse();
        assertThat(EqualShares.refuted(10, 100, 40, 200)).isTrue();
        assertThat(EqualShares.refuted(10, 100, 36, 200)).isFalse();
        assertThat(EqualShares.refuted(0, 100, 0, 100)).isFalse();
        assertThat(EqualShares.refuted(100, 100, 200, 200)).isFalse();
    }

    /**
     * Of two samples of two, only 0 and 2 differ: z = 1 / √(0.25 · 1) = 2, while 0 and 1 have z = 0.5 / √(0.1875) = 1.15. Either order
     * has the probability p²(1 - p)². With one each, z = 1 / √(0.25 · 2) = 1.41, so there is no false alarm.
     */
    @Test
    void the_probability_of_a_false_alarm_is_exact() {
        assertThat(EqualShares.falseAlarm(0.5, 2)).isEqualTo(0.125, within(1e-12));
        assertThat(EqualShares.falseAlarm(0.2, 2)).isEqualTo(2 * 0.04 * 0.64, within(1e-12));
        assertThat(EqualShares.falseAlarm(0.5, 1)).isZero();
        assertThat(EqualShares.falseAlarm(0, 100)).isZero();
        assertThat(EqualShares.falseAlarm(1, 100)).isZero();
        // The level of the test, where counts are large.
        assertThat(EqualShares.falseAlarm(0.3, 10_000)).isEqualTo(0.05, within(0.001));
    }

    /** The centres 0.5 and 10.5 meet at 5.5: of 0, 5, 6, 7 two are on each side, of 0, 1, 2, 7 three are on the left. */
    @Test
    void an_example_is_in_the_bin_of_the_nearest_centre() {
        FloatTensor training = new FloatTensor(Shape.of(4, 1), new float[] {0, 10, 1, 11});
        PointSet centres = PointSet.of(KMeans.centroids(training, 2, 20));
        assertThat(Bins.of(centres, line(0, 5, 6, 7)).counts()).containsExactly(2, 2);
        assertThat(Bins.of(centres, line(0, 1, 2, 7)).counts()).containsExactly(3, 1);
    }

    @Test
    void sets_of_unequal_size_are_compared_by_their_shares() {
        float[] byTurns = new float[200];
        for (int i = 0; i < byTurns.length; i++) {
            byTurns[i] = i % 2;
        }
        Bins half = Bins.of(line(0, 1), line(Arrays.copyOf(byTurns, 100)));
        assertThat(half.different(line(byTurns))).isZero();
    }

    /**
     * The bins of -1 and 1 meet at 0, and those of 1 and 40 at 20.5, which nothing reaches. Of N(0, 1) the half is left of 0, of N(1, 1)
     * it is Φ(-1) = 0.1587. So two of three bins differ.
     */
    @Test
    void moved_gaussians_differ_in_the_bins_whose_mass_changes() {
        int n = 4_000;
        Bins bins = Bins.of(line(-1, 1, 40), cloud(1, n, 0));
        PointSet moved = cloud(2, n, 1);
        int left = Bins.of(bins.centres(), moved).counts()[0];
        assertThat((double) left / n).isEqualTo(0.1587, within(4 * Math.sqrt(0.1587 * 0.8413 / n)));
        assertThat(bins.different(moved)).isEqualTo(2.0 / 3, within(1e-12));
        assertThat(bins.different(cloud(1, n, 0))).isZero();
    }

    /** The mean is the stated one, and the spread over trials is the binomial one of ten bins within 15 %. */
    @Test
    void a_perfect_sampler_has_the_stated_share_of_false_alarms() {
        PointSet centres = line(-2, -1.5f, -1, -0.5f, 0, 0.4f, 0.9f, 1.2f, 1.7f, 2.1f);
        int trials = 2_000;
        double[] stated = new double[trials];
        double[] shares = IntStream.range(0, trials)
                .mapToDouble(i -> {
                    Bins bins = Bins.of(centres, cloud(2 * i, N, 0));
                    stated[i] = i < 20 ? bins.falseAlarms() : 0;
                    return bins.different(cloud(2 * i + 1, N, 0));
                })
                .toArray();
        double expected =
                IntStream.range(0, 20).mapToDouble(i -> stated[i]).average().orElseThrow();
        MemberMean mean = MemberMean.of(shares);
        assertThat(mean.value()).isEqualTo(expected, within(4 * mean.error()));
        double spread = mean.error() * Math.sqrt(trials);
        assertThat(spread / MemberMean.ofShare(expected, 10).error()).isEqualTo(1, within(0.15));
    }
}
