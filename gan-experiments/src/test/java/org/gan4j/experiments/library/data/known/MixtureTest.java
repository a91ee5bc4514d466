package org.gan4j.experiments.library.data.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.api.Dataset;
import org.gan4j.api.data.Truth;
import org.gan4j.plain.Array;
import org.gan4j.plain.PlainNoise;
import org.gan4j.plain.RealAlgebra;
import org.junit.jupiter.api.Test;

class MixtureTest {
    private static final int COUNT = 40_000;

    private static double[] draw(Dataset.Sampler set) {
        Array drawn =
                set.draw(PlainNoise.of(new RealAlgebra(), COUNT, 7, "data")).raw();
        assertThat(drawn.shape()).isEqualTo(set.shape().prepend(COUNT));
        return drawn.values();
    }

    @Test
    void log_density_of_a_normal_distribution_is_the_textbooks() {
        Truth truth = new Gaussian1d(2, 0.5).truth().orElseThrow();
        // log N(x; 2, 0.25) = -(x-2)²/0.5 - log(0.5 √(2π)); at x = 3 the first term is -2
        assertThat(truth.logDensity(new double[] {3}))
                .isCloseTo(-2 - Math.log(0.5 * Math.sqrt(2 * Math.PI)), within(1e-12));
        assertThat(truth.modes()).singleElement().isEqualTo(new double[] {2});
        assertThat(truth.modeDeviation()).isEqualTo(0.5);
    }

    @Test
    void log_density_of_two_modes_halves_the_mass_of_each() {
        Truth truth = new Mixture(List.of(new double[] {-1, 0}, new double[] {1, 0}), 1);
        // At the origin both are at distance 1: p = 2 · ½ · exp(-½) / (2π)
        assertThat(truth.logDensity(new double[] {0, 0})).isCloseTo(-0.5 - Math.log(2 * Math.PI), within(1e-12));
        // Far out, where exp underflows, the nearer one still decides: distance 99 to it
        assertThat(truth.logDensity(new double[] {100, 0}))
                .isCloseTo(-99.0 * 99 / 2 - Math.log(4 * Math.PI), within(1e-9));
    }

    @Test
    void draws_on_the_line_have_the_mean_and_deviation() {
        double[] x = draw(new Gaussian1d(2, 0.5));
        double mean = 0;
        double square = 0;
        for (double value : x) {
            mean += value / x.length;
            square += (value - 2) * (value - 2) / x.length;
        }
        // 4.5 standard errors: 0.5/√40000 = 0.0025; of the variance √2·0.25/200 = 0.00177
        assertThat(mean).isCloseTo(2, within(0.0113));
        assertThat(square).isCloseTo(0.25, within(0.008));
    }

    @Test
    void ring_stands_on_its_circle() {
        List<double[]> modes = new Ring(4, 3, 0.1).truth().orElseThrow().modes();
        // angles 0, 90°, 180°, 270°
        double[][] expected = {{3, 0}, {0, 3}, {-3, 0}, {0, -3}};
        for (int k = 0; k < 4; k++) {
            assertThat(modes.get(k)).containsExactly(expected[k], within(1e-12));
        }
    }

    @Test
    void grid_is_centred_on_the_origin() {
        List<double[]> modes =
                new GaussianGrid(5, 2, 0.05).truth().orElseThrow().modes();
        assertThat(modes).hasSize(25);
        assertThat(modes.get(0)).containsExactly(-4, -4);
        assertThat(modes.get(12)).containsExactly(0, 0);
        assertThat(modes.get(24)).containsExactly(4, 4);
    }

    @Test
    void draws_choose_every_mode_equally_often_and_stay_near_it() {
        for (Dataset.Sampler set : List.of(new Ring(8, 2, 0.02), new GaussianGrid(5, 2, 0.05))) {
            Truth truth = set.truth().orElseThrow();
            int[] counts = new int[truth.modes().size()];
            double squares = 0;
            double[] x = draw(set);
            for (int i = 0; i < COUNT; i++) {
                int nearest = 0;
                for (int k = 1; k < counts.length; k++) {
                    nearest = squared(x, i, truth, k) < squared(x, i, truth, nearest) ? k : nearest;
                }
                counts[nearest]++;
                squares += squared(x, i, truth, nearest);
            }
            double expected = (double) COUNT / counts.length;
            // Binomial: 5 standard deviations of √(n p (1-p)) < √(n p)
            for (int count : counts) {
                assertThat((double) count).isCloseTo(expected, within(5 * Math.sqrt(expected)));
            }
            // E‖x - c‖² = 2 σ²; its relative standard error is 1/√n
            double variance = truth.modeDeviation() * truth.modeDeviation();
            assertThat(squares / COUNT).isCloseTo(2 * variance, within(5 * 2 * variance / Math.sqrt(COUNT)));
        }
    }

    private static double squared(double[] x, int i, Truth truth, int mode) {
        double[] c = truth.modes().get(mode);
        return Math.pow(x[2 * i] - c[0], 2) + Math.pow(x[2 * i + 1] - c[1], 2);
    }

    @Test
    void deviation_of_zero_is_refused() {
        assertThatThrownBy(() -> new Ring(8, 2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("greater than 0");
    }
}
