package org.gan4j.losses.term;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.term.PenaltyLaws;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;

/**
 * weight/2 · (E[‖∂D/∂x‖^power] at real examples + E[‖∂D/∂x‖^power] at generated ones): with the loss E[D(G(z))] - E[D(x)] the
 * Wasserstein divergence.
 *
 * <p>On D(x) = w·x the term is weight · ‖w‖^power for any batch and any shape of the examples. D must not mix the examples of a
 * batch.
 *
 * <p>Source: Wu et al. 2018, arXiv:1712.01026, with the weight k = 2 and the power p = 6. The paper leaves open at which points the
 * slope is taken; here one half of them is real and the other generated.
 */
@About(
        value = "makes D flat at real and generated examples, by a power of its slope",
        source = "Wu et al. 2018, arXiv:1712.01026")
public record DivergencePenalty(
        @Param(value = "2", min = 0, doc = "factor of the term")
        double weight,

        @Param(value = "6", min = 1, doc = "power of the slope's length")
        int power,

        @Param(value = "1", min = 1, doc = InputSlope.INTERVAL)
        int interval)
        implements Term {
    @Override
    public List<Player> players() {
        return List.of(Player.DISCRIMINATOR);
    }

    @Override
    public <T> Expr<T> value(Step<T> step) {
        return at(step, Signal.REAL).plus(at(step, Signal.FAKE)).times(0.5);
    }

    private <T> Expr<T> at(Step<T> step, Signal examples) {
        Expr<T> lengths = new InputSlope(examples).lengths(step);
        Expr<T> product = lengths;
        for (int i = 1; i < power; i++) {
            product = product.times(lengths);
        }
        return product.mean();
    }

    @Override
    public List<Law> laws() {
        double atExamples = weight / 2 * ((0 + 1) / 2.0 + Math.pow(2, power));
        return PenaltyLaws.onLinear(
                this, length -> weight * Math.pow(length, power), PenaltyLaws.atExamples(this, atExamples));
    }
}
