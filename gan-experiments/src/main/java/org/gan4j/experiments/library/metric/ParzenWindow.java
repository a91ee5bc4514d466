package org.gan4j.experiments.library.metric;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A density of equal isotropic Gaussians on a set of centres:
 * {@code log p(x) = log(1/n Σ_j exp(-‖x - c_j‖² / (2σ²))) - width/2 · log(2πσ²)}, in nats. Uses all cores. Immutable.
 */
public final class ParzenWindow {
    private static final int BLOCK = 32;
    /** Terms this many nats below the largest add less than 1e-12 even if there were ten million of them. */
    private static final double NEGLIGIBLE = -45;

    private final Distances distances;

    /**
     * Takes the centres over.
     *
     * @param centres row-major, count × width
     */
    public ParzenWindow(float[] centres, int width) {
        distances = new Distances(centres, width);
    }

    /**
     * The log density at each point.
     *
     * @param points row-major
     * @param sigmas window widths to use
     * @return [sigma][point]
     */
    public double[][] logDensities(float[] points, double... sigmas) {
        int count = points.length / distances.width();
        double[][] densities = new double[sigmas.length][count];
        each(points, (i, squared) -> {
            for (int s = 0; s < sigmas.length; s++) {
                densities[s][i] = logDensity(squared, sigmas[s]);
            }
            return i;
        });
        return densities;
    }

    /** Makes something of a point and a weight for each centre; the weights are its own. */
    public interface Weighing<R> {
        R of(int point, double[][] weights);
    }

    /**
     * What is made of each point and the centres' responsibilities for it, {@code w_j = exp(-‖x - c_j‖² / (2σ²))} over their sum: the
     * chance that a draw of the density that came out at x is the Gaussian's on c_j.
     *
     * @param points   row-major
     * @param weighing gets [sigma][centre]; called by several threads, in no order
     * @param sigmas   window widths to use
     * @return in the order of the points
     */
    public <R> List<R> responsibilities(float[] points, Weighing<R> weighing, double... sigmas) {
        return each(points, (i, squared) -> {
            double[][] weights = new double[sigmas.length][];
            for (int s = 0; s < sigmas.length; s++) {
                weights[s] = responsibilities(squared, sigmas[s]);
            }
            return weighing.of(i, weights);
        });
    }

    private double[] responsibilities(double[] squared, double sigma) {
        double[] weights = new double[distances.count()];
        double nearest = nearest(squared);
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            weights[j] = Math.exp((nearest - squared[j]) / (2 * sigma * sigma));
            sum += weights[j];
        }
        for (int j = 0; j < weights.length; j++) {
            weights[j] /= sum;
        }
        return weights;
    }

    /** Makes something of a point and its squared distances, the first {@code distances.count()} of the numbers. */
    private interface PerPoint<R> {
        R of(int point, double[] squared);
    }

    /** Applies a function to each point, in their order, on all cores. */
    private <R> List<R> each(float[] points, PerPoint<R> perPoint) {
        int count = points.length / distances.width();
        return IntStream.range(0, (count + BLOCK - 1) / BLOCK)
                .parallel()
                .boxed()
                .flatMap(block -> {
                    int from = block * BLOCK;
                    int to = Math.min(from + BLOCK, count);
                    double[][] squared = distances.room(to - from);
                    distances.squared(points, from, to, squared);
                    return IntStream.range(from, to).mapToObj(i -> perPoint.of(i, squared[i - from]));
                })
                .toList();
    }

    private double logDensity(double[] squared, double sigma) {
        double scale = -1 / (2 * sigma * sigma);
        double nearest = nearest(squared);
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

    private double nearest(double[] squared) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < distances.count(); j++) {
            nearest = Math.min(nearest, squared[j]);
        }
        return nearest;
    }
}
