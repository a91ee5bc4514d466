package org.gan4j.standard.optimizer.average;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;

/**
 * The exponential moving average of a player's parameters over its updates, m ← β·m + (1 - β)·θ, whose first value is θ
 * after the first update that counts. It takes the place of the parameters wherever the net is used and not trained;
 * before {@code start} the parameters themselves are used. The training stays the same.
 *
 * <p>With {@code rampUp} the n-th value has the weight 1/n until this is below 1 - β: the average begins as the mean of
 * all values, in which the first one has no greater share than any other.
 */
@About(
        value = "another rule; samples, metrics and exports use an exponential moving average of the parameters",
        source = "Yazıcı et al. 2019, arXiv:1806.04498; decay of Karras et al. 2018, arXiv:1710.10196")
public record MovingAverage(
        @Param(value = "0.999", min = 0, max = 1, doc = "share β of the past in the average")
        double decay,

        @Param(value = "0", min = 0, doc = "updates of the player before the average begins")
        long start,

        @Param(value = "false", doc = "true: begins as the mean of all values")
        boolean rampUp,

        @Param(value = "generator", doc = "whose parameters are averaged: discriminator or generator")
        Player player,

        @Param(value = "adam", doc = "makes the updates") Optimizer rule)
        implements UsedMean {
    @Override
    public Optimizer around(Optimizer other) {
        return new MovingAverage(decay, start, rampUp, player, other);
    }

    @Override
    public String slot() {
        return "moving.average";
    }

    @Override
    public <T> Expr<T> moved(Expr<T> mean, Expr<T> value, Expr<T> counted) {
        Expr<T> step = value.minus(mean);
        Expr<T> least = counted.constant(1 - decay);
        if (!rampUp) {
            return mean.plus(step.times(least));
        }
        Expr<T> share = counted.constant(1).over(counted.relu().plus(1));
        return mean.plus(step.times(share.greater(least).select(share, least)));
    }
}
