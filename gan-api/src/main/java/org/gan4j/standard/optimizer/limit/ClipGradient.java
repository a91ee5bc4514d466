package org.gan4j.standard.optimizer.limit;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.rule.BeforeUpdate;

/**
 * Limits the gradient before another rule uses it. By length, g ← g·min(1, c / |g|), where |g| is the length of the
 * gradient by all parameters of the player together, so that its direction stays. By value, each component is clipped
 * to [-c, c].
 */
@About(
        value = "another rule, with a limit to the gradient that it follows",
        source = "Pascanu et al. 2013, arXiv:1211.5063, Algorithm 1")
public record ClipGradient(
        @Param(value = "1", min = 0, doc = "greatest length c of the gradient, or greatest size of each component")
        double limit,

        @Param(value = "length", doc = "what is limited: length or value")
        Measure by,

        @Param(value = "adam", doc = "makes the updates") Optimizer rule)
        implements BeforeUpdate {
    /** What is limited. */
    public enum Measure {
        /** The length of the gradient by all parameters of a player. */
        LENGTH,
        /** The size of each component. */
        VALUE
    }

    @Override
    public Optimizer around(Optimizer other) {
        return new ClipGradient(limit, by, other);
    }

    @Override
    public <T> List<Expr<T>> before(List<Expr<T>> all) {
        return switch (by) {
            case LENGTH -> shortened(all);
            case VALUE ->
                all.stream().map(gradient -> Clipped.to(limit, gradient)).toList();
        };
    }

    private <T> List<Expr<T>> shortened(List<Expr<T>> all) {
        Expr<T> length = all.stream()
                .map(gradient -> gradient.square().sum())
                .reduce(Expr::plus)
                .orElseThrow()
                .sqrt();
        Expr<T> factor = length.greater(limit).select(length.constant(limit).over(length), length.constant(1));
        return all.stream().map(gradient -> gradient.times(factor)).toList();
    }
}
