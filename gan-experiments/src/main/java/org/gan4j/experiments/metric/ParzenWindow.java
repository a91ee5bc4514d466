package org.gan4j.experiments.metric;

import java.util.stream.IntStream;

/**
 * A density of equal isotropic Gaussians on a set of centres:
 * {@code log p(x) = log(1/n Σ_j exp(-‖x - c_j‖² / (2σ²))) - width/2 · log(2πσ²)}, in nats. Uses all cores. Immutable.
 */
final class ParzenWindow {
    private static final int BLOCK = 32;
    /** Terms this many nats below the largest add less than 1e-12 even if there were ten million of them. */
    private static final double NEGLIGIBLE = -45;

    private final Distances distances;

    /**
     * Takes the centres over.
     *
     * @param centres row-major, count × width
     */
    ParzenWindow(float[] centres, int width) {
        distances = new Distances(centres, width);
    }

    /**
     * The log density at each point.
     *
     * @param points row-major
     * @param sigmas window widths to use
     * @return [sigma][point]
     */
    double[][] logDensities(float[] points, double... sigmas) {
        int count = points.length / distances.width();
        double[][] densities = new double[sigmas.length][count];
        IntStream.range(0, (count + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            int from = block * BLOCK;
            int to = Math.min(from + BLOCK, count);
            double[][] squared = distances.room(to - from);
            distances.squared(points, from, to, squared);
            for (int i = from; i < to; i++) {
                for (int s = 0; s < sigmas.length; s++) {
                    densities[s][i] = logDensity(squared[i - from], sigmas[s]);
                }
            }
        });
        return densities;
    }

    private double logDensity(double[] squared, double sigma) {
        double scale = -1 / (2 * sigma * sigma);
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < distances.count(); j++) {
            nearest = Math.min(nearest, squared[j]);
        }
        double sum = 0;
        for (int j = 0; j < distances.count(); j++) {
            double exponent = (squared[j] - nearest) * scale;
            if (!(exponent < NEGLIGIBLE)) {
                sum += Math.exp(exponent);
            }
        }
        return nearest * scale
                + Math.log(sum / distances.count())
                - distances.width() * (0.5 * Math.log(2 * Math.PI) + Math.log(sigma));
    }
}
