package org.gan4j.api.laws;

import java.util.function.DoubleUnaryOperator;

/** Derivatives by differences: the independent check of exact ones. */
final class Difference {
    private static final double STEP = 2e-3;

    private Difference() {}

    /** f'(0) from four values around 0 (Richardson); the error is of the order of 1e-12 for well-scaled smooth functions. */
    static double atZero(DoubleUnaryOperator f) {
        return (4 * central(f, STEP / 2) - central(f, STEP)) / 3;
    }

    private static double central(DoubleUnaryOperator f, double step) {
        return (f.applyAsDouble(step) - f.applyAsDouble(-step)) / (2 * step);
    }
}
