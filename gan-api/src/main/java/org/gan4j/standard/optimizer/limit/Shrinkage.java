package org.gan4j.standard.optimizer.limit;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.rule.AfterUpdate;

/** θ ← factor · rule(θ) for every parameter of one player, biases included; the other player follows the rule alone. */
@About(
        value = "another rule, after each update of which one player's parameters shrink",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, published code, shrink_d")
public record Shrinkage(
        @Param(min = 0, max = 1, doc = "each parameter is multiplied by this after each update; 1 leaves it")
        double factor,

        @Param(value = "discriminator", doc = "whose parameters shrink: discriminator or generator")
        Player player,

        @Param(value = "adam", doc = "makes the updates") Optimizer rule)
        implements AfterUpdate {
    @Override
    public Optimizer around(Optimizer other) {
        return new Shrinkage(factor, player, other);
    }

    @Override
    public Optimizer of(Player other) {
        Optimizer own = rule.of(other);
        return other == player && factor != 1 ? around(own) : own;
    }

    @Override
    public <T> Expr<T> after(Slots<T> slots, Expr<T> updated) {
        return updated.times(factor);
    }
}
