package org.gan4j.losses;

import org.gan4j.api.algebra.Expr;

/**
 * Logits of which only some pass on a gradient: those of examples that are not yet on the right side of D = 1/2 by a margin. All
 * keep their values.
 *
 * @param beyond how far D must be on the right side of 1/2, from 0 to 1/2; at 1/2 every example passes its gradient on
 */
record Margin(double beyond) {
    private static final double ALL = 0.5;

    Margin {
        if (!(beyond >= 0 && beyond <= ALL)) {
            throw new IllegalArgumentException("a margin around D = 1/2 lies between 0 and 1/2, not at " + beyond);
        }
    }

    boolean leavesNoneOut() {
        return beyond == ALL;
    }

    /** Returns the logit of D = 1/2 + beyond; it is infinite if no example is left out. */
    double logit() {
        return Math.log((ALL + beyond) / (ALL - beyond));
    }

    /** Passes a gradient where D &lt; 1/2 + beyond, for a player who wants D to be high. */
    <T> Expr<T> untilHigh(Expr<T> logits) {
        return leavesNoneOut() ? logits : only(logits.constant(logit()).greater(logits), logits);
    }

    /** Passes a gradient where D &gt; 1/2 - beyond, for a player who wants D to be low. */
    <T> Expr<T> untilLow(Expr<T> logits) {
        return leavesNoneOut() ? logits : only(logits.greater(-logit()), logits);
    }

    private static <T> Expr<T> only(Expr<T> condition, Expr<T> logits) {
        return condition.select(logits, logits.stopGradient());
    }
}
