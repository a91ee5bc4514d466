package org.gan4j.standard.optimizer.limit;

import java.util.stream.IntStream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.rule.AfterUpdate;

/**
 * Wraps another rule, and limits the length of the incoming weights of each unit to {@code limit}: w ← w·min(1, limit /
 * |w|). Units lie along the last axis of weights with two axes or more; biases stay as the other rule leaves them.
 */
@About(
        value = "another rule, with a limit to the length of each unit's incoming weights",
        source =
                "Hinton et al. 2012, arXiv:1207.0580, section 2; max_col_norm in the published code of arXiv:1406.2661")
public record MaxNorm(
        @Param(value = "1.9365", min = 0, doc = "greatest length of a unit's incoming weights")
        double limit,

        @Param(value = "momentum", doc = "makes the updates")
        Optimizer rule)
        implements AfterUpdate {
    @Override
    public Optimizer around(Optimizer other) {
        return new MaxNorm(limit, other);
    }

    @Override
    public <T> Expr<T> after(Slots<T> slots, Expr<T> updated) {
        int rank = slots.shape().rank();
        if (rank < 2) {
            return updated;
        }
        int[] incoming = IntStream.range(0, rank - 1).toArray();
        Expr<T> length = updated.square().sum(incoming).sqrt();
        Expr<T> shorter = length.constant(limit).over(length);
        return updated.times(length.greater(limit).select(shorter, length.constant(1)));
    }
}
