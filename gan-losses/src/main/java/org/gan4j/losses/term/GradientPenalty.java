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
 * weight · E[(‖∂D/∂x̂‖ - target)²] at the points x̂ = x + u·(G(z) - x) with one u ~ U[0, 1] an example. With {@code sides = one} only
 * lengths above the target cost something.
 *
 * <p>On D(x) = w·x the term is weight · (‖w‖ - target)² for any batch and any shape of the examples. It costs a third pass of D
 * and its second derivatives. D must not mix the examples of a batch, so batch normalisation does not go with it.
 *
 * <p>Source: Gulrajani et al. 2017, arXiv:1704.00028, equation 3, with the weight 10 and the target 1; the one-sided form is that of
 * Petzka et al. 2018, arXiv:1709.08894.
 */
@About(
        value = "holds D's slope between real and generated examples at a length",
        source = "Gulrajani et al. 2017, arXiv:1704.00028, equation 3")
public record GradientPenalty(
        @Param(value = "10", min = 0, doc = "factor of the term")
        double weight,

        @Param(value = "1", min = 0, doc = "length of the slope that costs nothing")
        double target,

        @Param(value = "two", doc = "whether slopes on both sides of the target cost something, or longer ones alone")
        Sides sides,

        @Param(value = "1", min = 1, doc = InputSlope.INTERVAL)
        int interval)
        implements Term {
    @Override
    public List<Player> players() {
        return List.of(Player.DISCRIMINATOR);
    }

    /** Returns the term of the paper's equation 3. */
    public static GradientPenalty weighted(double weight) {
        return new GradientPenalty(weight, 1, Sides.TWO, 1);
    }

    @Override
    public <T> Expr<T> value(Step<T> step) {
        InputSlope slope = new InputSlope(Signal.mix(Signal.REAL, Signal.FAKE));
        return sides.excess(slope.lengths(step), target).square().mean();
    }

    @Override
    public List<Law> laws() {
        return PenaltyLaws.onLinear(this, this::cost, PenaltyLaws.between(this, this::cost));
    }

    private double cost(double length) {
        double excess = sides == Sides.ONE ? Math.max(0, length - target) : length - target;
        return weight * excess * excess;
    }
}
