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
 * weight/2 · E[‖∂D/∂x‖²] at generated examples.
 *
 * <p>On D(x) = w·x the term is weight/2 · ‖w‖² for any batch and any shape of the examples. Its gradient is smooth everywhere, also
 * where D is flat. D must not mix the examples of a batch.
 *
 * <p>Source: Mescheder et al. 2018, arXiv:1801.04406, equation 10; the weight is their γ, 10 in the published code.
 */
@About(value = "makes D flat at generated examples", source = "Mescheder et al. 2018, arXiv:1801.04406, equation 10")
public record R2(
        @Param(value = "10", min = 0, doc = "twice the factor of the mean squared slope")
        double weight,

        @Param(value = "1", min = 1, doc = InputSlope.INTERVAL)
        int interval)
        implements Term {
    @Override
    public List<Player> players() {
        return List.of(Player.DISCRIMINATOR);
    }

    @Override
    public <T> Expr<T> value(Step<T> step) {
        return new InputSlope(Signal.FAKE).meanSquare(step).times(0.5);
    }

    @Override
    public List<Law> laws() {
        double atExamples = weight / 2 * 4;
        return PenaltyLaws.onLinear(
                this, length -> weight / 2 * length * length, PenaltyLaws.atExamples(this, atExamples));
    }
}
