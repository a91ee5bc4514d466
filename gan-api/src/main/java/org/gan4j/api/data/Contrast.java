package org.gan4j.api.data;

import java.util.stream.IntStream;
import org.gan4j.api.algebra.Expr;

/**
 * Global contrast normalisation of each example by itself: x ← length·(x - m) / |x - m|, with m the mean over all values of the
 * example and |·| the Euclidean length. An example whose values are all equal becomes zeros. Neighbouring values of a byte
 * are 1/255 apart, so |x - m| is never between 0 and {@link #EVEN}.
 *
 * @param length Euclidean length of each example afterwards
 */
public record Contrast(double length) {
    private static final double EVEN = 1e-3;

    public Contrast {
        if (!(length > 0)) {
            throw new IllegalArgumentException("the length must be greater than 0, not " + length);
        }
    }

    /**
     * Applies this in the algebra, for backends.
     *
     * @param x    a batch of examples in 0…1
     * @param rank axes of one example
     */
    public <T> Expr<T> of(Expr<T> x, int rank) {
        int[] axes = IntStream.rangeClosed(1, rank).toArray();
        Expr<T> centred = x.minus(x.mean(axes));
        Expr<T> norm = centred.square().sum(axes).sqrt();
        return centred.times(norm.greater(EVEN).select(norm.constant(length).over(norm), norm.constant(0)));
    }

    /** Applies this on the host, to one example in 0…1. */
    double[] of(double[] x) {
        double mean = IntStream.range(0, x.length).mapToDouble(i -> x[i]).sum() / x.length;
        double squares = IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - mean) * (x[i] - mean))
                .sum();
        double norm = Math.sqrt(squares);
        double factor = norm > EVEN ? length / norm : 0;
        return IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - mean) * factor)
                .toArray();
    }
}
