package org.gan4j.standard.optimizer.average;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.rule.AfterUpdate;

/**
 * A mean of one player's parameters over its updates, which takes the place of the parameters wherever the net is used
 * and not trained. Until the mean begins, the parameters themselves are used. The training stays the same.
 */
interface UsedMean extends AfterUpdate {
    /** Returns the updates of the player before the mean begins. */
    long start();

    /** Returns whose parameters are averaged. */
    Player player();

    /** Returns the name of the slot that holds the mean. */
    String slot();

    /**
     * Returns the mean after one more value.
     *
     * @param mean    of the values before, at least one
     * @param counted how many updates the player had made since the start; below 1 the result is not used
     */
    <T> Expr<T> moved(Expr<T> mean, Expr<T> value, Expr<T> counted);

    @Override
    default Optimizer of(Player other) {
        Optimizer own = rule().of(other);
        return other == player() ? around(own) : own;
    }

    /** Keeps the mean; the first value that counts is the mean so far. */
    @Override
    default <T> Expr<T> after(Slots<T> slots, Expr<T> updated) {
        Expr<T> counted = slots.updates().minus((double) start());
        Expr<T> moved = moved(slots.get(slot()), updated, counted);
        slots.set(slot(), counted.greater(0).select(moved, updated));
        return updated;
    }

    @Override
    default <T> Expr<T> used(Slots<T> slots, Expr<T> parameter) {
        return slots.updates().greater(0).select(slots.get(slot()), rule().used(slots, parameter));
    }
}
