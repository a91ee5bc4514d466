package org.gan4j.experiments.library.data.known;

import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * Gaussian noise about an arm of Archimedes' spiral ({@link NoisyCurve}), whose point at angle θ from 0 to 2π·turns is {@code r(θ) · (cos θ, sin θ)}, {@code r = radius · θ / (2π·turns)};
 * shape [2]. A curve has no modes to count.
 */
@About("Gaussian noise about a spiral: no modes, one long curve")
public record Spiral(
        @Param(value = "2", min = 0, doc = "times the arm goes round, greater than 0")
        double turns,

        @Param(value = "2", min = 0, doc = "distance of its outer end from the origin, greater than 0")
        double radius,

        @Param(value = "0.05", min = 0, doc = "standard deviation about the curve, greater than 0")
        double deviation)
        implements PlanarSampler {
    public Spiral {
        if (!(turns > 0) || !(radius > 0) || !(deviation > 0)) {
            throw new IllegalArgumentException("turns, radius and deviation must be greater than 0");
        }
        NoisyCurve.requireShort(
                length(2 * Math.PI * turns, pitch(turns, radius)), deviation, "fewer turns, a smaller radius");
    }

    @Override
    public DrawnTruth distribution() {
        double pitch = pitch(turns, radius);
        return NoisyCurve.of(length(2 * Math.PI * turns, pitch), deviation, at -> {
            double angle = angle(at, pitch);
            return new double[] {pitch * angle * Math.cos(angle), pitch * angle * Math.sin(angle)};
        });
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
