package org.gan4j.losses.term;

import java.util.Arrays;
import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.term.PenaltyLaws;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;

/**
 * weight · E[(‖∂D/∂x̂‖ - target)²] at the points x̂ = x + a·spread·std·u around real examples, with one a ~ U[0, 1] an example, one
 * u ~ U[0, 1] a value, and std the standard deviation of all values of the batch.
 *
 * <p>On D(x) = w·x the term is weight · (‖w‖ - target)² for any batch and any shape of the examples. D must not mix the examples of
 * a batch.
 *
 * <p>Source: Kodali et al. 2017, arXiv:1705.07215, section 3. The points are those of the published code; the paper's text adds
 * normal noise.
 */
@About(
        value = "holds D's slope around real examples at a length",
        source = "Kodali et al. 2017, arXiv:1705.07215, section 3, and published code")
public record Dragan(
        @Param(value = "10", min = 0, doc = "factor of the term")
        double weight,

        @Param(value = "1", min = 0, doc = "length of the slope that costs nothing")
        double target,

        @Param(value = "0.5", min = 0, doc = "largest distance from a real value, in standard deviations of the batch")
        double spread,

        @Param(value = "1", min = 1, doc = InputSlope.INTERVAL)
        int interval)
        implements Term {
    @Override
    public List<Player> players() {
        return List.of(Player.DISCRIMINATOR);
    }

    @Override
    public <T> Expr<T> value(Step<T> step) {
        return new InputSlope(new Around(spread))
                .lengths(step)
                .minus(target)
                .square()
                .mean();
    }

    @Override
    public List<Law> laws() {
        return PenaltyLaws.onLinear(this, this::cost, PenaltyLaws.around(this, spread, this::cost));
    }

    private double cost(double length) {
        return weight * (length - target) * (length - target);
    }

    /** The random points around real examples. */
    record Around(double spread) implements Signal {
        @Override
        public <T> Expr<T> compute(Step<T> step) {
            Expr<T> real = step.get(Signal.REAL);
            NetAlgebra<T> net = step.noise().algebra();
            Shape example = net.shape(real.raw()).example();
            int[] ones = new int[example.rank()];
            Arrays.fill(ones, 1);
            Expr<T> deviation = real.minus(real.mean()).square().mean().sqrt().stopGradient();
            Expr<T> share = step.noise().uniform(Shape.of(ones));
            Expr<T> noise = step.noise().uniform(example);
            return real.plus(share.times(noise).times(deviation.times(spread)));
        }
    }
}
