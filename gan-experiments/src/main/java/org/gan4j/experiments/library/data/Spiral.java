package org.gan4j.experiments.library.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Truth;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * Gaussian noise about an arm of Archimedes' spiral, even along its length: {@code x = c(s) + deviation · N(0, I)} with s uniform
 * on the arc, whose point at angle θ from 0 to 2π·turns is {@code r(θ) · (cos θ, sin θ)}, {@code r = radius · θ / (2π·turns)};
 * shape [2]. A curve has no modes to count.
 *
 * <p>The density {@code p(x) = 1/L ∫ N(x; c(s), deviation²·I) ds} is the midpoint rule on K = ⌈L / deviation⌉ pieces of equal
 * length, and the draws come from these K points too, so density and draws agree exactly. Points one deviation apart cannot be
 * told from the curve: on a straight line the density between and at them differs by 4·exp(-2π²), 1e-8 of it.
 */
@About("Gaussian noise about a spiral: no modes, one long curve")
public record Spiral(
        @Param(value = "2", min = 0, doc = "times the arm goes round, greater than 0")
        double turns,

        @Param(value = "2", min = 0, doc = "distance of its outer end from the origin, greater than 0")
        double radius,

        @Param(value = "0.05", min = 0, doc = "standard deviation about the curve, greater than 0")
        double deviation)
        implements Dataset.Sampler {
    /** Draws choose among all points, so that more of them would cost more than the training. */
    private static final int MOST = 4096;

    public Spiral {
        if (!(turns > 0) || !(radius > 0) || !(deviation > 0)) {
            throw new IllegalArgumentException("turns, radius and deviation must be greater than 0");
        }
        double pieces = length(2 * Math.PI * turns, pitch(turns, radius)) / deviation;
        if (pieces > MOST) {
            throw new IllegalArgumentException("the curve is " + Math.round(pieces) + " deviations long, expected "
                    + MOST + " at most: fewer turns, a smaller radius or a larger deviation");
        }
    }

    @Override
    public Shape shape() {
        return Shape.of(2);
    }

    @Override
    public <T> Expr<T> draw(Noise<T> noise) {
        return mixture().draw(noise);
    }

    @Override
    public Optional<Truth> truth() {
        return Optional.of(new Curve(mixture()));
    }

    private record Curve(Mixture mixture) implements Truth {
        @Override
        public double logDensity(double[] x) {
            return mixture.logDensity(x);
        }

        @Override
        public List<double[]> modes() {
            return List.of();
        }

        @Override
        public List<double[]> centres() {
            return mixture.modes();
        }

        @Override
        public double modeDeviation() {
            return mixture.modeDeviation();
        }
    }

    private Mixture mixture() {
        double pitch = pitch(turns, radius);
        double length = length(2 * Math.PI * turns, pitch);
        int pieces = (int) Math.ceil(length / deviation);
        List<double[]> points = IntStream.range(0, pieces)
                .mapToDouble(k -> angle((k + 0.5) / pieces * length, pitch))
                .mapToObj(angle -> new double[] {pitch * angle * Math.cos(angle), pitch * angle * Math.sin(angle)})
                .toList();
        return new Mixture(points, deviation);
    }

    /** Growth of the radius by radian. */
    private static double pitch(double turns, double radius) {
        return radius / (2 * Math.PI * turns);
    }

    /** Returns the length of the arm from the origin to an angle: {@code pitch/2 · (θ √(1+θ²) + arsinh θ)}. */
    private static double length(double angle, double pitch) {
        double root = Math.sqrt(1 + angle * angle);
        return pitch / 2 * (angle * root + Math.log(angle + root));
    }

    /** The angle at a length, by halving: the length grows with the angle, and at least as fast as pitch·θ²/2. */
    private static double angle(double length, double pitch) {
        double low = 0;
        double high = Math.sqrt(2 * length / pitch) + 1;
        while (true) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (length(middle, pitch) < length) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }
}
