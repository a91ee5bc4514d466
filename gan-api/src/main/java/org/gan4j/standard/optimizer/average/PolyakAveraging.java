package org.gan4j.standard.optimizer.average;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
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
        implements UsedMean {
    @Override
    public Optimizer around(Optimizer other) {
        return new PolyakAveraging(start, player, other);
    }

    @Override
    public String slot() {
        return "polyak.mean";
    }

    /** The n-th value after the first moves the mean by 1/(n + 1) of the way. */
    @Override
    public <T> Expr<T> moved(Expr<T> mean, Expr<T> value, Expr<T> counted) {
        return mean.plus(value.minus(mean).over(counted.relu().plus(1)));
    }
}
