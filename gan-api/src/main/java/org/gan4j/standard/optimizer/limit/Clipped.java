package org.gan4j.standard.optimizer.limit;

import org.gan4j.api.algebra.Expr;

/** Values within a range around 0. */
final class Clipped {
    private Clipped() {}

    /** Returns min(limit, max(-limit, x)) for each value; a value within the range keeps its bits, and NaN stays NaN. */
    static <T> Expr<T> to(double limit, Expr<T> x) {
        Expr<T> above = x.greater(limit).select(x.constant(limit), x);
        return above.negate().greater(limit).select(x.constant(-limit), above);
    }
}
