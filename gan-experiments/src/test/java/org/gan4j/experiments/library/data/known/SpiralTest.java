package org.gan4j.experiments.library.data.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.api.data.Truth;
import org.gan4j.plain.PlainNoise;
import org.gan4j.plain.RealAlgebra;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;

class SpiralTest {
    private static final Spiral SPIRAL = new Spiral(2, 2, 0.05);
    private static final double PITCH = 2 / (4 * Math.PI);

    private static final Truth TRUTH = SPIRAL.truth().orElseThrow();

    /** ds/dθ of r = pitch·θ is pitch·√(1+θ²). */
    private static double integrate(java.util.function.DoubleUnaryOperator along) {
        GaussIntegratorFactory factory = new GaussIntegratorFactory();
        double sum = 0;
        for (int piece = 0; piece < 2000; piece++) {
            double width = 4 * Math.PI / 2000;
            sum += factory.legendre(5, piece * width, (piece + 1) * width)
                    .integrate(angle -> along.applyAsDouble(angle) * PITCH * Math.sqrt(1 + angle * angle));
        }
        return sum;
    }

    private static double density(double... x) {
        return integrate(angle -> {
                    double dx = x[0] - PITCH * angle * Math.cos(angle);
                    double dy = x[1] - PITCH * angle * Math.sin(angle);
                    return Math.exp(-(dx * dx + dy * dy) / (2 * 0.05 * 0.05)) / (2 * Math.PI * 0.05 * 0.05);
                })
                / integrate(angle -> 1);
    }

    @Test
    void density_is_the_integral_along_the_curve() {
        // On the curve after 1¼ turns, beside it, between two turns, and at its outer end
        double[][] points = {{0, 1.25}, {0.06, 1.2}, {0.5, 0.9}, {2, 0}, {1.9, -0.4}};
        for (double[] x : points) {
            double exact = density(x);
            assertThat(Math.exp(TRUTH.logDensity(x))).isCloseTo(exact, within(2e-3 * exact + 1e-9));
        }
    }

    @Test
    void density_in_the_middle_of_a_long_straight_stretch_is_that_of_a_line() {
        // Where the curve is nearly straight, p = 1/L · 1/(σ√(2π)); its curvature 1/1.26 adds about σ/(2·1.26) of
        // nothing
        double length = integrate(angle -> 1);
        assertThat(Math.exp(TRUTH.logDensity(new double[] {0, 1.25})))
                .isCloseTo(1 / (length * 0.05 * Math.sqrt(2 * Math.PI)), within(0.01));
    }

    @Test
    void draws_are_as_far_from_the_curve_as_the_noise_is_wide_and_even_along_it() {
        int count = 20_000;
        double[] x = SPIRAL.draw(PlainNoise.of(new RealAlgebra(), count, 7, "data"))
                .raw()
                .values();
        double half = integrate(angle -> angle < 2 * Math.PI ? 1 : 0) / integrate(angle -> 1);
        int inner = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double radius = Math.hypot(x[2 * i], x[2 * i + 1]);
            double angle = Math.atan2(x[2 * i + 1], x[2 * i]);
            // The turn whose radius at this angle is nearest; a deviation of 0.05 is far less than half a turn's 0.5
            double turn = Math.round((radius / PITCH - angle) / (2 * Math.PI));
            double off = radius - PITCH * (angle + 2 * Math.PI * turn);
            inner += angle + 2 * Math.PI * turn < 2 * Math.PI ? 1 : 0;
            squares += radius > 0.5 ? off * off / count : 0;
        }
        // Binomial with p = half: 5 √(p(1-p)/n) < 5 · 0.5/141
        assertThat(inner / (double) count).isCloseTo(half, within(0.018));
        // Outside of r = 0.5, 5 % of the length, the radial distance is the normal one but for cos² of the slant, below
        // 10 %
        assertThat(squares).isCloseTo(0.05 * 0.05, within(0.15 * 0.05 * 0.05));
    }

    @Test
    void has_no_modes_but_points_a_deviation_apart() {
        assertThat(TRUTH.modes()).isEmpty();
        // L = pitch/2 · (θ√(1+θ²) + arsinh θ) at 4π: 0.07958 · (12.566 · 12.606 + 3.226) = 12.863; over 0.05 = 257.3
        assertThat(TRUTH.centres()).hasSize(258);
    }

    @Test
    void curve_too_long_for_its_width_is_refused() {
        assertThatThrownBy(() -> new Spiral(2, 2, 0.001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the curve is 12863 deviations long, expected 4096 at most");
        assertThatThrownBy(() -> new Spiral(0, 2, 0.05)).isInstanceOf(IllegalArgumentException.class);
    }
}
