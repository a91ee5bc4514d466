package org.gan4j.experiments.reproduce.section7.inference;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;

/**
 * The mean of (E(G(z)) - z)² over the batch and the values of z: all that the inference net minimises. It is a term, because a loss sees
 * logits alone and this needs z; an experiment needs a loss too, so as a loss it is 0 for both players.
 */
record RecoveryLoss() implements Term, Loss {
    @Override
    public List<Player> players() {
        return List.of(Player.DISCRIMINATOR);
    }

    @Override
    public double weight() {
        return 1;
    }

    @Override
    public <T> Expr<T> value(Step<T> step) {
        Expr<T> found = step.apply(step.player(), step.get(Signal.FAKE), Encoder.LATENT);
        return found.minus(step.get(Signal.LATENT)).square().mean();
    }

    @Override
    public List<Law> laws() {
        return List.of();
    }

    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        return d.real().constant(0);
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return d.fake().constant(0);
    }
}
