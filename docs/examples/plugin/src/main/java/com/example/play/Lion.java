package com.example.play;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.rule.RatedRule;

/** θ ← θ - η·sign(β₁·m + (1-β₁)·g), m ← β₂·m + (1-β₂)·g. */
@About(value = "steps of one length along the sign of a mean gradient", source = "Chen et al. 2023, arXiv:2302.06675")
public record Lion(
        @Param(value = "0.0001", min = 0, doc = "length of a step in every weight")
        double rate,

        @Param(value = "0.9", min = 0, max = 1, doc = "share of the past in the step")
        double beta1,

        @Param(value = "0.99", min = 0, max = 1, doc = "share of the past in the mean")
        double beta2)
        implements RatedRule {
    @Override
    public <T> Expr<T> update(Slots<T> slots, Expr<T> parameter, Expr<T> gradient) {
        Expr<T> mean = slots.get("mean");
        slots.set("mean", mean.times(beta2).plus(gradient.times(1 - beta2)));
        Expr<T> direction = mean.times(beta1).plus(gradient.times(1 - beta1));
        Expr<T> sign = direction.greater(0).minus(direction.negate().greater(0));
        return parameter.minus(sign.times(rateIn(slots)));
    }
}
