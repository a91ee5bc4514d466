package org.gan4j.experiments.library.metric.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.gan4j.experiments.library.metric.MemberMean;
import org.gan4j.experiments.library.metric.sets.DensityCoverage.Balls;
import org.gan4j.experiments.library.metric.sets.PrecisionRecall.Manifold;
import org.junit.jupiter.api.Test;

class SetMetricsTest {
    private static final int N = 200;
    private static final int WIDTH = 3;
    private static final int TRIALS = 40;

    /** n draws of N(shift, 1) in three dimensions. */
    private static PointSet cloud(int seed, double shift) {
        Random random = new Random(seed);
        float[] values = new float[N * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (shift + random.nextGaussian());
        }
        return new PointSet(values, WIDTH);
    }

    private static PointSet points(double... line) {
        float[] values = new float[line.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) line[i];
        }
        return new PointSet(values, 1);
    }

    private interface Trial {
        double value(PointSet one, PointSet other);
    }

    /** The mean over pairs of independent clouds of one law, with its standard error. */
    private static MemberMean onEqualLaws(Trial trial) {
        return MemberMean.of(IntStream.range(0, TRIALS)
                .mapToDouble(i -> trial.value(cloud(2 * i, 0), cloud(2 * i + 1, 0)))
                .toArray());
    }

    private static void assertMean(MemberMean found, double expected) {
        assertThat(found.value()).isEqualTo(expected, within(4 * found.error()));
    }

    /** 0, 1, 3, 7: the nearest other points of 0 are at 1, 3 and 7, of 7 at 4, 6 and 7. */
    @Test
    void radii_are_distances_to_the_kth_other_point() {
        assertThat(points(0, 1, 3, 7).radii(1)).containsExactly(1, 1, 4, 16);
        assertThat(points(0, 1, 3, 7).radii(3)).containsExactly(49, 36, 16, 49);
        PointSet.Nearest nearest = points(0, 10).nearest(points(3, 4, 20));
        assertThat(nearest.squared()).containsExactly(9, 36);
        assertThat(nearest.rows()).containsExactly(0, 1);
    }

    /**
     * The balls of 0, 1, 2, 3 have the radii 3, 2, 2, 3; those of 1, 3, 5, 7 have 6, 4, 4, 6. So 7 alone lies in none of the first, and
     * each of the others lies in one of the second.
     */
    @Test
    void precision_and_recall_are_shares_in_the_balls_of_the_other_set() {
        Manifold real = new Manifold(points(0, 1, 2, 3));
        assertThat(PrecisionRecall.shares(real, points(1, 3, 5, 7))).containsExactly(0.75, 1);
        assertThat(PrecisionRecall.shares(real, points(90, 91, 92, 93))).containsExactly(0, 0);
        assertThat(PrecisionRecall.shares(real, points(0, 1, 2, 3))).containsExactly(1, 1);
    }

    /** Naeem et al. 2020, section 3.3: for equal laws the mean density is 1, and the coverage has a closed form. */
    @Test
    void density_and_coverage_of_equal_laws_have_their_closed_forms() {
        assertMean(onEqualLaws((one, other) -> Balls.of(one, other).density().value()), 1);
        assertMean(onEqualLaws((one, other) -> Balls.of(one, other).coverage()), DensityCoverage.perfectCoverage(N));
        // 1 - 2^-5 in the limit
        assertThat(DensityCoverage.perfectCoverage(1_000_000)).isEqualTo(0.96875, within(1e-5));
        assertThat(Balls.of(cloud(1, 0), cloud(2, 100)).coverage()).isZero();
        assertThat(Balls.of(cloud(1, 0), cloud(2, 100)).density().value()).isZero();
    }

    @Test
    void the_kernel_distance_of_equal_laws_is_0_on_average_and_its_error_is_not_too_small() {
        MemberMean mean =
                onEqualLaws((one, other) -> KernelDistance.between(one, other).value());
        assertMean(mean, 0);
        double stated = onEqualLaws(
                        (one, other) -> KernelDistance.between(one, other).error())
                .value();
        assertThat(stated).isGreaterThan(mean.error() * Math.sqrt(TRIALS) * 0.7);
    }

    /**
     * All x at a and all y at b, in one dimension: k(a, a) + k(b, b) - 2 k(a, b), with k(x, y) = (xy + 1)³. For a = 1 and b = 2 it is 8
     * + 125 - 2 · 27 = 79.
     */
    @Test
    void the_kernel_distance_of_two_points_is_known() {
        MemberMean found = KernelDistance.between(points(1, 1, 1), points(2, 2, 2));
        assertThat(found.value()).isEqualTo(79, within(1e-9));
        assertThat(found.error()).isZero();
    }

    /** The means 1 and 2, the variances 2 and 8: 1 + (√8 - √2)² = 3. */
    @Test
    void the_frechet_distance_on_the_line_is_known() {
        assertThat(FittedNormal.of(points(0, 2)).distance(points(0, 4)).value()).isEqualTo(3, within(1e-9));
        assertThat(FittedNormal.of(points(0, 4)).distance(points(0, 2)).value()).isEqualTo(3, within(1e-9));
    }

    /** 2 y + 1 is at the distance |m + 1|² from y by the means m, and at tr C by the covariances C and 4 C: C + 4 C - 2 · 2 C. */
    @Test
    void the_frechet_distance_of_a_stretched_set_is_known() {
        PointSet set = cloud(1, 0);
        float[] stretched = new float[set.values().length];
        double[] mean = new double[WIDTH];
        for (int i = 0; i < stretched.length; i++) {
            stretched[i] = 2 * set.values()[i] + 1;
            mean[i % WIDTH] += (double) set.values()[i] / N;
        }
        double expected = 0;
        for (int i = 0; i < stretched.length; i++) {
            expected += Math.pow(set.values()[i] - mean[i % WIDTH], 2) / (N - 1);
        }
        for (double one : mean) {
            expected += (one + 1) * (one + 1);
        }
        assertThat(FittedNormal.of(set).distance(new PointSet(stretched, WIDTH)).value())
                .isEqualTo(expected, within(1e-5));
        assertThat(FittedNormal.of(set).distance(set).value()).isEqualTo(0, within(1e-9));
    }

    /** Two points along the first axis and two along the second: the means differ by (1, -1, 0), and C C' is 0: 2 + 2 + 2. */
    @Test
    void the_frechet_distance_takes_sets_that_do_not_fill_the_space() {
        PointSet first = new PointSet(new float[] {0, 0, 0, 2, 0, 0}, WIDTH);
        PointSet second = new PointSet(new float[] {0, 0, 0, 0, 2, 0}, WIDTH);
        assertThat(FittedNormal.of(first).distance(second).value()).isEqualTo(6, within(1e-9));
        PointSet still = new PointSet(new float[] {1, 1, 1, 1, 1, 1}, WIDTH);
        // One point has no covariance: |(0, 1, 1)|² + 2, from both sides.
        assertThat(FittedNormal.of(first).distance(still).value()).isEqualTo(4, within(1e-9));
        assertThat(FittedNormal.of(still).distance(first).value()).isEqualTo(4, within(1e-9));
    }

    /** A law of variance 1 moved by 1 in each of three dimensions is at the distance 3; the bias is about one part in a hundred. */
    @Test
    void the_frechet_distance_of_a_moved_law_is_known() {
        MemberMean mean = MemberMean.of(IntStream.range(0, TRIALS)
                .mapToDouble(i -> FittedNormal.of(cloud(2 * i, 0))
                        .distance(cloud(2 * i + 1, 1))
                        .value())
                .toArray());
        assertThat(mean.value()).isEqualTo(3, within(4 * mean.error() + 0.03));
    }

    /**
     * Exponential draws are skewed, so mean and covariance of one set deviate together. The deviation over 400 pairs is uncertain by
     * 4 %, and by more with such tails.
     */
    @Test
    void the_error_of_the_frechet_distance_is_its_deviation_over_pairs() {
        int pairs = 400;
        for (double[] scales : new double[][] {{1, 2}, {2, 1}}) {
            double[] values = new double[pairs];
            double[] errors = new double[pairs];
            for (int i = 0; i < pairs; i++) {
                PointSet one = exponential(2 * i, scales[0]);
                MemberMean found = FittedNormal.of(one).distance(exponential(2 * i + 1, scales[1]));
                values[i] = found.value();
                errors[i] = found.error();
            }
            double deviation = MemberMean.of(values).error() * Math.sqrt(pairs);
            assertThat(MemberMean.of(errors).value() / deviation).isBetween(0.85, 1.15);
        }
    }

    /** n exponential draws in three dimensions, with their scale as mean and deviation. */
    private static PointSet exponential(int seed, double scale) {
        Random random = new Random(seed);
        float[] values = new float[N * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (-scale * Math.log(1 - random.nextDouble()));
        }
        return new PointSet(values, WIDTH);
    }

    /**
     * A set that is moved by v differs along the direction u by (u·v)², whose mean over directions is |v|²/d: here |v|² = 3 · 4 and d
     * = 3.
     */
    @Test
    void the_sliced_distance_of_a_moved_set_is_its_way_over_the_root_of_the_dimension() {
        MemberMean found = SlicedWasserstein.between(cloud(1, 0), cloud(1, 2));
        assertThat(found.value()).isEqualTo(2, within(4 * found.error()));
        assertThat(found.error()).isPositive().isLessThan(0.1);
        assertThat(SlicedWasserstein.between(cloud(1, 0), cloud(1, 0)).value()).isZero();
    }

    /** In one dimension every direction is 1 or -1, and the distance is that of the sorted points: (1 + 1 + 4) / 3 = 2. */
    @Test
    void the_sliced_distance_on_the_line_is_the_wasserstein_distance() {
        assertThat(SlicedWasserstein.between(points(5, 0, 1), points(1, 2, 7)).value())
                .isEqualTo(Math.sqrt(2), within(1e-6));
    }
}
