package org.gan4j.experiments.library.data.known;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** Gaussians of equal weight, evenly spaced on a circle about the origin, the first on the positive x axis; shape [2]. */
@About(value = "Gaussians on a circle", source = "Metz et al. 2017, arXiv:1611.02163, appendix A")
public record Ring(
        @Param(value = "8", min = 1, doc = "how many Gaussians")
        int modes,

        @Param(value = "2", min = 0, doc = "radius of the circle")
        double radius,

        @Param(value = "0.02", min = 0, doc = "standard deviation of each, greater than 0")
        double deviation)
        implements PlanarSampler {
    public Ring {
        mixture(modes, radius, deviation);
    }

    @Override
    public DrawnTruth distribution() {
        return mixture(modes, radius, deviation);
    }

    private static Mixture mixture(int modes, double radius, double deviation) {
        List<double[]> centres = IntStream.range(0, modes)
                .mapToDouble(k -> 2 * Math.PI * k / modes)
                .mapToObj(angle -> new double[] {radius * Math.cos(angle), radius * Math.sin(angle)})
                .toList();
        return new Mixture(centres, deviation);
    }
}
