package org.gan4j.standard.term;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;

/**
 * Multiplies the gradient of L_G by c = max(1, target / ‖∂L_G/∂x‖), where x is the whole batch of generated examples: gradients that
 * have become small are made larger, and none is made smaller.
 *
 * <p>As an addend: (c - 1)·(L_G - [L_G]) with c and the bracket held, whose value is 0 and whose gradient is c - 1 times that of
 * L_G. The gradients of other terms stay as they are. Where ∂L_G/∂x is exactly 0 nothing could be made larger.
 */
@About(
        value = "makes small gradients of the generator larger",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, published code, scale_grads and target_scale")
public record GradientScale(
        @Param(
                value = "0.1",
                min = 0,
                doc = "length of the gradient with respect to the generated batch that is reached")
        double target)
        implements Term {
    @Override
    public List<Player> players() {
        return List.of(Player.GENERATOR);
    }

    @Override
    public double weight() {
        return 1;
    }

    @Override
    public <T> Expr<T> value(Step<T> step) {
        Expr<T> objective = step.objective(Player.GENERATOR);
        Expr<T> length = step.gradient(objective, step.get(Signal.FAKE))
                .square()
                .sum()
                .sqrt()
                .stopGradient();
        Expr<T> missing = length.constant(target).over(length).minus(1).relu();
        Expr<T> more = length.greater(0).select(missing, length.constant(0));
        return more.times(objective.minus(objective.stopGradient()));
    }
}
