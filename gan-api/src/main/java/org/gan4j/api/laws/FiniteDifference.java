package org.gan4j.api.laws;

import java.util.function.DoubleUnaryOperator;

/** Derivatives by differences: the independent check of exact ones. */
final class FiniteDifference {
    /** Small enough for smooth functions of a natural scale of 1, large enough for their rounding. */
    private static final double STEP = 2e-3;

    private FiniteDifference() {}

    /** f'(0) of a smooth function from four values around 0 (Richardson); the error is of the order of 1e-12. */
    static double atZero(DoubleUnaryOperator f) {
        return atZero(f, STEP);
    }

    /** As above with another step: smaller near kinks, at the price of rounding. */
    static double atZero(DoubleUnaryOperator f, double step) {
        return (4 * central(f, step / 2) - central(f, step)) / 3;
    }

    private static double central(DoubleUnaryOperator f, double step) {
        return (f.applyAsDouble(step) - f.applyAsDouble(-step)) / (2 * step);
    }
}
