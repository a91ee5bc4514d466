package org.gan4j.standard.optimizer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.AfterUpdate;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;

/**
 * The mean of a player's parameters over its updates, m ← m + (θ - m) / t with t counting updates from {@code start}
 * on. It takes the place of the parameters wherever the net is used and not trained; before {@code start} the
 * parameters themselves are used. The training stays the same.
 */
@About(
        value = "another rule; samples, metrics and exports use the mean of the parameters over its updates",
        source = "Polyak and Juditsky 1992, SIAM J. Control and Optimization 30(4), as in Pylearn2, which the published"
                + " code of arXiv:1406.2661 copies")
public record PolyakAveraging(
        @Param(value = "0", min = 0, doc = "updates of the player before the mean begins")
        long start,

        @Param(value = "generator", doc = "whose parameters are averaged: discriminator or generator")
        Player player,

        @Param(value = "adam", doc = "makes the updates") Optimizer rule)
        implements AfterUpdate {
    private static final String MEAN = "polyak.mean";

    @Override
    public Optimizer of(Player other) {
        Optimizer own = rule.of(other);
        return other == player ? new PolyakAveraging(start, player, own) : own;
    }

    /** The first value that counts is the mean so far; the n-th after it moves the mean by 1/(n + 1) of the way. */
    @Override
    public <T> Expr<T> after(Slots<T> slots, Expr<T> updated) {
        Expr<T> mean = slots.get(MEAN);
        Expr<T> counted = slots.updates().minus((double) start);
        Expr<T> moved = mean.plus(updated.minus(mean).over(counted.relu().plus(1)));
        slots.set(MEAN, counted.greater(0).select(moved, updated));
        return updated;
    }

    @Override
    public <T> Expr<T> used(Slots<T> slots, Expr<T> parameter) {
        return slots.updates().greater(0).select(slots.get(MEAN), rule.used(slots, parameter));
    }
}
