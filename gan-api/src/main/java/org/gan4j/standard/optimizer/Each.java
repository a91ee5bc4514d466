package org.gan4j.standard.optimizer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;

/** A rule for each player, such as the same rule with two learning rates. */
@About(
        value = "a rule for the discriminator and another for the generator",
        source = "Heusel et al. 2017, arXiv:1706.08500, for two learning rates")
public record Each(
        @Param(value = "adam", doc = "makes the discriminator's updates")
        Optimizer discriminator,

        @Param(value = "adam", doc = "makes the generator's updates")
        Optimizer generator)
        implements Optimizer {
    @Override
    public Optimizer of(Player player) {
        return switch (player) {
            case DISCRIMINATOR -> discriminator.of(player);
            case GENERATOR -> generator.of(player);
        };
    }

    /** Is never called, because {@link #of} returns a player's own rule. */
    @Override
    public <T> Expr<T> update(Slots<T> slots, Expr<T> parameter, Expr<T> gradient) {
        throw new UnsupportedOperationException("ask for the rule of a player first: of(player)");
    }
}
