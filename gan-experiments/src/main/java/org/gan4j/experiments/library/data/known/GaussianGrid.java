package org.gan4j.experiments.library.data.known;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** Gaussians of equal weight on a square grid about the origin; shape [2]. */
@About(value = "Gaussians on a square grid", source = "Srivastava et al. 2017, arXiv:1705.07761, section 4.1")
public record GaussianGrid(
        @Param(value = "5", min = 1, doc = "Gaussians along each side")
        int side,

        @Param(value = "2", min = 0, doc = "distance between neighbours")
        double spacing,

        @Param(value = "0.05", min = 0, doc = "standard deviation of each, greater than 0")
        double deviation)
        implements PlanarSampler {
    public GaussianGrid {
        mixture(side, spacing, deviation);
    }

    @Override
    public DrawnTruth distribution() {
        return mixture(side, spacing, deviation);
    }

    private static Mixture mixture(int side, double spacing, double deviation) {
        double middle = (side - 1) / 2.0;
        List<double[]> centres = IntStream.range(0, side * side)
                .mapToObj(k -> {
                    int row = k / side;
                    return new double[] {spacing * (k % side - middle), spacing * (row - middle)};
                })
                .toList();
        return new Mixture(centres, deviation);
    }
}
