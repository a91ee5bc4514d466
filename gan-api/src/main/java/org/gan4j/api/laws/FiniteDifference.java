package org.gan4j.api.laws;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Derivatives by finite differences, which check exact derivatives independently. */
final class FiniteDifference {
    /** The step for smooth functions of a natural scale of 1: small enough for accuracy, large enough for rounding. */
    private static final double STEP = 2e-3;

    private FiniteDifference() {}

    /**
     * Returns f'(0) of a smooth function from four values around 0 (Richardson); the error is of the order of 1e-12.
     */
    static double atZero(DoubleUnaryOperator f) {
        return atZero(f, STEP);
    }

    /** Returns f'(0) with another step. A smaller step helps near kinks, and rounding costs more. */
    static double atZero(DoubleUnaryOperator f, double step) {
        return (4 * central(f, step / 2) - central(f, step)) / 3;
    }

    private static double central(DoubleUnaryOperator f, double step) {
        return (f.applyAsDouble(step) - f.applyAsDouble(-step)) / (2 * step);
    }

    /** Returns start + t · direction. */
    static double[] moved(double[] start, double t, double[] direction) {
        return IntStream.range(0, start.length)
                .mapToDouble(i -> start[i] + t * direction[i])
                .toArray();
    }
}
