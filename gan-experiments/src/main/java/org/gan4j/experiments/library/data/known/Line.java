package org.gan4j.experiments.library.data.known;

import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** Gaussian noise about a straight stretch through the origin ({@link NoisyCurve}); shape [2]. */
@About("Gaussian noise about a straight line")
public record Line(
        @Param(value = "3", min = 0, doc = "length of the line, greater than 0")
        double length,

        @Param(value = "45", doc = "its angle to the x axis, in degrees")
        double angle,

        @Param(value = "0.1", min = 0, doc = "standard deviation about it, greater than 0")
        double deviation)
        implements PlanarSampler {
    public Line {
        if (!(length > 0) || !(deviation > 0)) {
            throw new IllegalArgumentException("length and deviation must be greater than 0");
        }
        NoisyCurve.requireShort(length, deviation, "a shorter line");
    }

    @Override
    public DrawnTruth distribution() {
        double x = Math.cos(Math.toRadians(angle));
        double y = Math.sin(Math.toRadians(angle));
        return NoisyCurve.of(length, deviation, at -> new double[] {(at - length / 2) * x, (at - length / 2) * y});
    }
}
