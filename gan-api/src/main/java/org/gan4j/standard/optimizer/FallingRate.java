package org.gan4j.standard.optimizer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.train.rule.RatedRule;

/** A rule whose learning rate falls by the same factor at each update of its player, down to a smallest rate. */
public interface FallingRate extends RatedRule {
    /** Returns what the rate is divided by at each update. */
    double decay();

    /** Returns the smallest rate. A rate that begins below it stays as it is. */
    double floor();

    /** Returns rate · decay^(-updates), but at least the smaller of floor and rate. */
    @Override
    default <T> Expr<T> rateAt(Expr<T> updates) {
        if (decay() == 1) {
            return updates.constant(rate());
        }
        Expr<T> rate = updates.times(-Math.log(decay())).exp().times(rate());
        double least = Math.min(floor(), rate());
        return rate.minus(least).relu().plus(least);
    }
}
