package org.gan4j.standard.optimizer;

import org.gan4j.api.algebra.Expr;

/** Learning rates over the updates of one player. */
final class Rate {
    private Rate() {}

    /** Returns start · decay^(-updates), but at least the smaller of floor and start. */
    static <T> Expr<T> at(double start, double decay, double floor, Expr<T> updates) {
        if (decay == 1) {
            return updates.constant(start);
        }
        Expr<T> rate = updates.times(-Math.log(decay)).exp().times(start);
        double least = Math.min(floor, start);
        return rate.minus(least).relu().plus(least);
    }
}
