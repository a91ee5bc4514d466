package org.gan4j.experiments.library.data.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.api.Dataset;
import org.gan4j.api.data.Truth;
import org.gan4j.plain.PlainNoise;
import org.gan4j.plain.RealAlgebra;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

/** The line and the circle have the densities that integrals along them give, and draws of these densities. */
class NoisyCurveTest {
    private static final int COUNT = 20_000;

    private static double density(Dataset.Sampler data, double x, double y) {
        Truth truth = data.truth().orElseThrow();
        return Math.exp(truth.logDensity(new double[] {x, y}));
    }

    private static double[] draws(Dataset.Sampler data) {
        return data.draw(PlainNoise.of(new RealAlgebra(), COUNT, 7, "data"))
                .raw()
                .values();
    }

    /** A line of length L along the x axis: p = N(y; 0, σ²) · (Φ((x + L/2)/σ) - Φ((x - L/2)/σ)) / L. */
    @Test
    void the_line_has_the_density_of_a_smoothed_stretch() {
        Line line = new Line(2, 0, 0.1);
        for (double[] at : new double[][] {{0, 0}, {0.9, 0.1}, {1, 0}, {1.15, -0.05}, {-1.1, 0.2}}) {
            double normal = Math.exp(-at[1] * at[1] / 0.02) / (0.1 * Math.sqrt(2 * Math.PI));
            double along = (Erf.erf((at[0] + 1) / 0.1 / Math.sqrt(2)) - Erf.erf((at[0] - 1) / 0.1 / Math.sqrt(2))) / 2;
            // Points a deviation apart smooth the ends a little more than a whole line would.
            assertThat(density(line, at[0], at[1])).isEqualTo(normal * along / 2, within(0.02 * normal / 2));
        }
    }

    /** Along an angle of 30 degrees the coordinates are (s cos 30° - t sin 30°, s sin 30° + t cos 30°), s uniform and t normal. */
    @Test
    void draws_of_the_line_are_uniform_along_it_and_normal_across() {
        double[] x = draws(new Line(3, 30, 0.1));
        double along = 0;
        double across = 0;
        for (int i = 0; i < COUNT; i++) {
            double s = x[2 * i] * Math.sqrt(0.75) + x[2 * i + 1] * 0.5;
            double t = -x[2 * i] * 0.5 + x[2 * i + 1] * Math.sqrt(0.75);
            along += s * s / COUNT;
            across += t * t / COUNT;
        }
        // The variance of the uniform law is L²/12, the noise adds σ², and 30 points lack a 900th of the former.
        assertThat(along).isEqualTo(9.0 / 12 * (1 - 1.0 / 900) + 0.01, within(5 * 0.67 / Math.sqrt(COUNT)));
        assertThat(across).isEqualTo(0.01, within(5 * 0.01 * Math.sqrt(2.0 / COUNT)));
    }

    /**
     * On the circle itself, the distance to the point at angle a is 2 r sin(a/2), so with σ much smaller than r the density is that
     * of a line, 1/(2πr) · 1/(σ√(2π)), but for a share of σ²/(8 r²).
     */
    @Test
    void the_circle_is_as_dense_everywhere_on_it() {
        Circle circle = new Circle(1.5, 0.1);
        double line = 1 / (2 * Math.PI * 1.5) / (0.1 * Math.sqrt(2 * Math.PI));
        for (double angle = 0; angle < 6; angle += 0.7) {
            assertThat(density(circle, 1.5 * Math.cos(angle), 1.5 * Math.sin(angle)))
                    .isEqualTo(line, within(0.001 * line));
        }
        assertThat(density(circle, 0, 0)).isLessThan(1e-40);
        assertThat(circle.truth().orElseThrow().modes()).isEmpty();
    }

    @Test
    void draws_of_the_circle_are_as_often_in_each_quarter_and_as_wide_as_the_noise() {
        double[] x = draws(new Circle(1.5, 0.1));
        int[] quarters = new int[4];
        double squares = 0;
        for (int i = 0; i < COUNT; i++) {
            quarters[(x[2 * i] > 0 ? 1 : 0) + (x[2 * i + 1] > 0 ? 2 : 0)]++;
            squares += (x[2 * i] * x[2 * i] + x[2 * i + 1] * x[2 * i + 1]) / COUNT;
        }
        for (int quarter : quarters) {
            // Binomial with p = 1/4; at 95 points, 23 or 24 lie in a quarter: 0.0026 of a share.
            assertThat(quarter / (double) COUNT).isEqualTo(0.25, within(5 * 0.43 / Math.sqrt(COUNT) + 0.0026));
        }
        // r² + 2 σ²; its deviation is about 2 r σ.
        assertThat(squares).isEqualTo(2.25 + 0.02, within(5 * 0.3 / Math.sqrt(COUNT)));
    }

    @Test
    void what_is_no_curve_is_refused() {
        assertThatThrownBy(() -> new Line(100, 0, 0.001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the curve is 100000 deviations long, expected 4096 at most: a shorter line or a larger"
                        + " deviation");
        assertThatThrownBy(() -> new Line(0, 0, 0.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Circle(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
