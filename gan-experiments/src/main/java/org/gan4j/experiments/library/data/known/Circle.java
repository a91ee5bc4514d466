package org.gan4j.experiments.library.data.known;

import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** Gaussian noise about a circle around the origin ({@link NoisyCurve}); shape [2]. {@link Ring} has a few Gaussians on it instead. */
@About("Gaussian noise about a circle: no modes, one closed curve")
public record Circle(
        @Param(value = "1.5", min = 0, doc = "radius, greater than 0")
        double radius,

        @Param(value = "0.1", min = 0, doc = "standard deviation about the circle, greater than 0")
        double deviation)
        implements PlanarSampler {
    public Circle {
        if (!(radius > 0) || !(deviation > 0)) {
            throw new IllegalArgumentException("radius and deviation must be greater than 0");
        }
        NoisyCurve.requireShort(2 * Math.PI * radius, deviation, "a smaller radius");
    }

    @Override
    public DrawnTruth distribution() {
        return NoisyCurve.of(2 * Math.PI * radius, deviation, at ->
                new double[] {radius * Math.cos(at / radius), radius * Math.sin(at / radius)});
    }
}
