package org.gan4j.standard.optimizer.limit;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.rule.AfterUpdate;

/**
 * θ ← min(c, max(-c, rule(θ))) for every parameter of one player, biases included; the other player follows the rule
 * alone. A discriminator with such weights has a bounded slope, as the Wasserstein distance's dual form needs.
 */
@About(
        value = "another rule, after each update of which one player's parameters are clipped",
        source = "Arjovsky et al. 2017, arXiv:1701.07875, Algorithm 1, line 7")
public record ClipWeights(
        @Param(value = "0.01", min = 0, doc = "greatest size c of a parameter")
        double limit,

        @Param(value = "discriminator", doc = "whose parameters are clipped: discriminator or generator")
        Player player,

        @Param(value = "rmsprop", doc = "makes the updates") Optimizer rule)
        implements AfterUpdate {
    @Override
    public Optimizer around(Optimizer other) {
        return new ClipWeights(limit, player, other);
    }

    @Override
    public Optimizer of(Player other) {
        Optimizer own = rule.of(other);
        return other == player ? around(own) : own;
    }

    @Override
    public <T> Expr<T> after(Slots<T> slots, Expr<T> updated) {
        return Clipped.to(limit, updated);
    }
}
