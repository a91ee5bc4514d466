package org.gan4j.standard.optimizer.rate;

import org.gan4j.api.algebra.Expr;

/** The share of a span of updates that is over. */
final class ElapsedShare {
    private ElapsedShare() {}

    /** Returns 0 until {@code start}, 1 from {@code start + updates} on, and rises linearly in between. */
    static <T> Expr<T> of(long start, long updates, Expr<T> made) {
        Expr<T> share = made.minus((double) start).over((double) updates).relu();
        return share.minus(share.minus(1).relu());
    }
}
