package org.gan4j.experiments.library.metric.sets;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gan4j.experiments.library.metric.MemberMean;
import org.hipparchus.linear.BlockRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * The normal distribution with the mean and the covariance of a set, ready to be compared with those of other sets. With the
 * covariance C = A Aᵀ, the trace of (C C')^½ is the sum of the roots of the eigenvalues of Aᵀ C' A, so no root of a matrix that is
 * not symmetric is taken, and C may be singular.
 */
final class FittedNormal {
    /** The share of the largest eigenvalue below which one counts as 0. */
    private static final double NOTHING = 1e-12;

    private final double[] mean;
    /** The squared lengths of the set's examples less the mean. */
    private final double[] spread;
    /** The examples less the mean. */
    private final RealMatrix centred;
    /** A, a column for each direction in which the set varies. */
    private final RealMatrix factor;
    /** The examples in these directions, each with the variance 1. */
    private final RealMatrix white;

    private FittedNormal(double[] mean, RealMatrix centred) {
        this.mean = mean;
        this.centred = centred;
        spread = squaredLengths(centred);
        EigenDecompositionSymmetric covariance = new EigenDecompositionSymmetric(
                centred.transposeMultiply(centred).scalarMultiply(1.0 / (centred.getRowDimension() - 1)));
        double[] variances = covariance.getEigenvalues();
        double least = NOTHING * Arrays.stream(variances).max().orElse(0);
        int[] directions = IntStream.range(0, variances.length)
                .filter(i -> variances[i] > least)
                .toArray();
        RealMatrix vectors = covariance.getV();
        factor = scaled(vectors, directions, i -> Math.sqrt(variances[i]));
        white = centred.multiply(scaled(vectors, directions, i -> 1 / Math.sqrt(variances[i])));
    }

    private interface Scale {
        double of(int column);
    }

    /** Fits a set of two points or more. */
    static FittedNormal of(PointSet set) {
        double[] mean = mean(set);
        return new FittedNormal(mean, centred(set, mean));
    }

    private static double[] mean(PointSet set) {
        double[] mean = new double[set.width()];
        for (int i = 0; i < set.values().length; i++) {
            mean[i % mean.length] += set.values()[i];
        }
        return Arrays.stream(mean).map(sum -> sum / set.count()).toArray();
    }

    private static RealMatrix centred(PointSet set, double[] mean) {
        double[][] rows = new double[set.count()][mean.length];
        for (int row = 0; row < rows.length; row++) {
            for (int k = 0; k < mean.length; k++) {
                rows[row][k] = set.values()[row * mean.length + k] - mean[k];
            }
        }
        return new BlockRealMatrix(rows);
    }

    private static RealMatrix scaled(RealMatrix matrix, int[] columns, Scale scale) {
        double[][] chosen = new double[matrix.getRowDimension()][Math.max(1, columns.length)];
        for (int row = 0; row < chosen.length; row++) {
            for (int k = 0; k < columns.length; k++) {
                chosen[row][k] = matrix.getEntry(row, columns[k]) * scale.of(columns[k]);
            }
        }
        return new BlockRealMatrix(chosen);
    }

    private static double[] squaredLengths(RealMatrix rows) {
        return IntStream.range(0, rows.getRowDimension())
                .mapToDouble(row -> Arrays.stream(rows.getRow(row))
                        .map(value -> value * value)
                        .sum())
                .toArray();
    }

    /** Returns the distance of the normal distribution that is fitted to another set, with its standard error. */
    MemberMean distance(PointSet other) {
        double[] otherMean = mean(other);
        RealMatrix moved = centred(other, otherMean);
        RealMatrix seen = moved.multiply(factor);
        EigenDecompositionSymmetric product =
                new EigenDecompositionSymmetric(seen.transposeMultiply(seen).scalarMultiply(1.0 / (other.count() - 1)));
        double[] roots = Arrays.stream(product.getEigenvalues())
                .map(value -> Math.sqrt(Math.max(0, value)))
                .toArray();
        double[] way = IntStream.range(0, mean.length)
                .mapToDouble(k -> otherMean[k] - mean[k])
                .toArray();
        double[] otherSpread = squaredLengths(moved);
        double value = Arrays.stream(way).map(step -> step * step).sum()
                + Arrays.stream(spread).sum() / (spread.length - 1)
                + Arrays.stream(otherSpread).sum() / (otherSpread.length - 1)
                - 2 * Arrays.stream(roots).sum();
        // To first order, an example moves the distance by 2 (m - m')·c + |c|² - cᵀ T c, with T the linear map that
        // carries its
        // normal distribution to the other. On the one side Tᵀ comes from the roots, on the other from their inverses.
        double least = Math.sqrt(NOTHING) * Arrays.stream(roots).max().orElse(0);
        double[] inverses =
                Arrays.stream(roots).map(root -> root > least ? 1 / root : 0).toArray();
        double[] theirs = members(moved.operate(way), otherSpread, seen.multiply(product.getV()), inverses, 1);
        double[] ours = members(centred.operate(way), spread, white.multiply(product.getV()), roots, -1);
        return new MemberMean(
                value,
                Math.hypot(MemberMean.of(theirs).error(), MemberMean.of(ours).error()));
    }

    private static double[] members(double[] along, double[] spread, RealMatrix rows, double[] weights, int sign) {
        return IntStream.range(0, spread.length)
                .mapToDouble(i -> {
                    double carried = 0;
                    for (int k = 0; k < weights.length; k++) {
                        double part = rows.getEntry(i, k);
                        carried += weights[k] * part * part;
                    }
                    return 2 * sign * along[i] + spread[i] - carried;
                })
                .toArray();
    }
}
