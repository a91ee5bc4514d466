package org.gan4j.standard.optimizer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.rule.RatedRule;

/**
 * v ← ρ·v + (1-ρ)·g², θ ← θ - η·g/(√v + ε). As v begins at 0, the first update is η/√(1-ρ) long in each parameter. The
 * lecture has no ε; here it is added after the root, as in the published code of Wasserstein GANs (arXiv:1701.07875).
 */
@About(
        value = "RMSprop: the gradient over the root of its mean square",
        source = "Tieleman and Hinton 2012, Neural Networks for Machine Learning, lecture 6e")
public record RmsProp(
        @Param(value = "0.00005", min = 0, doc = "learning rate")
        double rate,

        @Param(value = "0.99", min = 0, max = 0.999999, doc = "decay of the squared gradient's mean")
        double rho,

        @Param(value = "0.00000001", min = 0, doc = "added to the denominator")
        double epsilon)
        implements RatedRule {
    @Override
    public <T> Expr<T> update(Slots<T> slots, Expr<T> parameter, Expr<T> gradient) {
        Expr<T> v = slots.get("v").times(rho).plus(gradient.square().times(1 - rho));
        slots.set("v", v);
        return parameter.minus(gradient.times(rateIn(slots)).over(v.sqrt().plus(epsilon)));
    }
}
