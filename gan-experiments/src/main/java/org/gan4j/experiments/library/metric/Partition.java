package org.gan4j.experiments.library.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Truth;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * A partition of the line or plane: equal cells of a fixed lattice around the centres of a density, and one more for everything
 * else. On the line a cell is a quarter of a standard deviation wide and the cells reach five deviations from each centre; in
 * the plane it is one deviation wide, and four. The mass of each cell is the integral of the known density.
 */
final class Partition {
    /** Points along each side of a cell: for a Gaussian and these widths the error is below 1e-7 of the mass. */
    private static final int POINTS = 5;

    private record Cell(long x, long y) {}

    private final Truth truth;
    private final double width;
    private final double[] origin;
    private final Map<Cell, Integer> index = new LinkedHashMap<>();
    private final double[] masses;

    /** The partition for a density in one or two dimensions. */
    Partition(Truth truth) {
        this.truth = truth;
        this.origin = truth.centres().get(0);
        this.width = truth.modeDeviation() / (origin.length == 1 ? 4 : 1);
        int reach = origin.length == 1 ? 20 : 4;
        for (double[] centre : truth.centres()) {
            Cell middle = cell(centre);
            for (int dx = -reach; dx <= reach; dx++) {
                for (int dy = origin.length == 1 ? 0 : -reach; dy <= (origin.length == 1 ? 0 : reach); dy++) {
                    index.putIfAbsent(new Cell(middle.x + dx, middle.y + dy), index.size());
                }
            }
        }
        masses = new double[index.size() + 1];
        double sum = 0;
        for (Map.Entry<Cell, Integer> entry : index.entrySet()) {
            masses[entry.getValue()] = mass(entry.getKey());
            sum += masses[entry.getValue()];
        }
        masses[index.size()] = Math.max(0, 1 - sum);
    }

    private Cell cell(double... x) {
        return new Cell(along(x, 0), x.length == 1 ? 0 : along(x, 1));
    }

    private long along(double[] x, int axis) {
        return (long) Math.floor((x[axis] - origin[axis]) / width);
    }

    private double mass(Cell cell) {
        GaussIntegratorFactory factory = new GaussIntegratorFactory();
        double x = origin[0] + cell.x * width;
        GaussIntegrator alongX = factory.legendre(POINTS, x, x + width);
        if (origin.length == 1) {
            return alongX.integrate(at -> Math.exp(truth.logDensity(new double[] {at})));
        }
        double y = origin[1] + cell.y * width;
        GaussIntegrator alongY = factory.legendre(POINTS, y, y + width);
        return alongX.integrate(atX -> alongY.integrate(atY -> Math.exp(truth.logDensity(new double[] {atX, atY}))));
    }

    /** The probability of each cell; they add up to 1. */
    double[] masses() {
        return masses.clone();
    }

    /** The share of the samples in each cell. */
    double[] shares(FloatTensor samples) {
        int[] counts = new int[masses.length];
        for (int i = 0; i < samples.count(); i++) {
            float[] row = samples.row(i);
            double[] x = new double[row.length];
            for (int k = 0; k < x.length; k++) {
                x[k] = row[k];
            }
            counts[isFinite(x) ? index.getOrDefault(cell(x), index.size()) : index.size()]++;
        }
        double[] shares = new double[counts.length];
        for (int c = 0; c < counts.length; c++) {
            shares[c] = counts[c] / (double) samples.count();
        }
        return shares;
    }

    private static boolean isFinite(double[] x) {
        for (double value : x) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
