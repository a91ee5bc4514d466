package org.gan4j.experiments.library.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ParzenWindowTest {
    private static float[] uniform(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    /** Computes the formula of the class, term by term in doubles; only the largest exponent is taken out. */
    private static double naive(float[] centres, float[] points, int width, int point, double sigma) {
        int count = centres.length / width;
        double[] exponents = new double[count];
        double largest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < count; j++) {
            double squared = 0;
            for (int k = 0; k < width; k++) {
                double difference = (double) points[point * width + k] - centres[j * width + k];
                squared += difference * difference;
            }
            exponents[j] = -squared / (2 * sigma * sigma);
            largest = Math.max(largest, exponents[j]);
        }
        double sum = 0;
        for (double exponent : exponents) {
            sum += Math.exp(exponent - largest);
        }
        return largest + Math.log(sum / count) - width / 2.0 * Math.log(2 * Math.PI * sigma * sigma);
    }

    @Test
    void one_centre_and_one_point_are_a_normal_density() {
        // ‖(1,2,2) - (0,0,0)‖² = 9 and sigma 1.5: exponent -9/4.5 = -2, norm (2π·2.25)^(3/2)
        double[][] densities = new ParzenWindow(new float[] {0, 0, 0}, 3).logDensities(new float[] {1, 2, 2}, 1.5);
        assertThat(densities[0]).containsExactly(new double[] {-2 - 1.5 * Math.log(2 * Math.PI * 2.25)}, within(1e-12));
    }

    @Test
    void two_equal_centres_are_as_one() {
        float[] point = {0.25f, 0.5f};
        assertThat(new ParzenWindow(new float[] {1, 0, 1, 0}, 2).logDensities(point, 0.3)[0])
                .containsExactly(new ParzenWindow(new float[] {1, 0}, 2).logDensities(point, 0.3)[0], within(1e-12));
    }

    @Test
    void agrees_with_the_naive_sum_for_widths_and_counts_that_fill_no_tile() {
        int[][] sizes = {{1, 1, 3}, {2, 255, 33}, {3, 257, 5}, {113, 300, 40}, {784, 600, 70}};
        double[] sigmas = {0.1, 0.3, 1};
        for (int[] size : sizes) {
            float[] centres = uniform(size[0] * size[1], 1);
            float[] points = uniform(size[0] * size[2], 2);
            double[][] densities = new ParzenWindow(centres, size[0]).logDensities(points, sigmas);
            for (int s = 0; s < sigmas.length; s++) {
                assertThat(densities[s]).hasSize(size[2]);
                for (int i = 0; i < size[2]; i++) {
                    double expected = naive(centres, points, size[0], i, sigmas[s]);
                    // A sum of up to 112 floats is off by at most some 112 · 6e-8 of itself, usually by far less.
                    assertThat(densities[s][i]).isCloseTo(expected, within(1e-4 + 2e-6 * Math.abs(expected)));
                }
            }
        }
    }

    @Test
    void point_on_a_centre_far_from_all_others_keeps_its_distance_of_zero() {
        // The others are 100 away in each of 784 dimensions; expanding the square in floats would lose the 0.
        float[] centres = new float[2 * 784];
        java.util.Arrays.fill(centres, 784, 2 * 784, 100f);
        float[] point = new float[784];
        java.util.Arrays.fill(point, 100f);
        // ½ · N(0; 0, 0.01·I): log ½ - 784/2 · log(2π·0.01)
        assertThat(new ParzenWindow(centres, 784).logDensities(point, 0.1)[0][0])
                .isCloseTo(Math.log(0.5) - 392 * Math.log(2 * Math.PI * 0.01), within(1e-9));
    }

    @Test
    void value_that_is_not_a_number_is_not_hidden() {
        assertThat(new ParzenWindow(new float[] {0, Float.NaN}, 1).logDensities(new float[] {0}, 1)[0][0])
                .isNaN();
    }
}
