package org.gan4j.standard.optimizer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.binding.Defaults;

/**
 * m ← β₁·m + (1-β₁)·g, v ← β₂·v + (1-β₂)·g², θ ← θ - η·√(1-β₂ᵗ)/(1-β₁ᵗ)·m/(√v + ε), t counting updates from 1. The rate η
 * falls as in {@link Sgd}.
 */
@About(
        value = "Adam",
        source = "Kingma and Ba 2015, arXiv:1412.6980, Algorithm 1, with the order of computation of section 2")
public record Adam(
        @Param(value = "0.0002", min = 0, doc = "learning rate of the first update")
        double rate,

        @Param(value = "1", min = 1, doc = "the rate is divided by this at each update")
        double decay,

        @Param(value = "0.000001", min = 0, doc = "smallest learning rate")
        double floor,

        @Param(value = "0.5", min = 0, max = 0.999999, doc = "decay of the gradient's mean")
        double beta1,

        @Param(value = "0.999", min = 0, max = 0.999999, doc = "decay of the squared gradient's mean")
        double beta2,

        @Param(value = "0.00000001", min = 0, doc = "added to the denominator")
        double epsilon)
        implements FallingRate {
    /** Adam with this learning rate and defaults for everything else. */
    public static Adam rate(double rate) {
        Adam defaults = Defaults.of(Adam.class);
        return new Adam(rate, defaults.decay, defaults.floor, defaults.beta1, defaults.beta2, defaults.epsilon);
    }

    /** The same with a rate that falls: it is divided by {@code by} at each update, down to a smallest one. */
    public Adam withDecay(double by, double smallest) {
        return new Adam(rate, by, smallest, beta1, beta2, epsilon);
    }

    /** The same with other decays of the gradient's mean and of the squared gradient's mean. */
    public Adam withBetas(double first, double second) {
        return new Adam(rate, decay, floor, first, second, epsilon);
    }

    /** The same with another addend of the denominator. */
    public Adam withEpsilon(double other) {
        return new Adam(rate, decay, floor, beta1, beta2, other);
    }

    @Override
    public <T> Expr<T> update(Slots<T> slots, Expr<T> parameter, Expr<T> gradient) {
        Expr<T> m = slots.get("m").times(beta1).plus(gradient.times(1 - beta1));
        Expr<T> v = slots.get("v").times(beta2).plus(gradient.square().times(1 - beta2));
        slots.set("m", m);
        slots.set("v", v);
        return parameter.minus(m.times(step(slots)).over(v.sqrt().plus(epsilon)));
    }

    private <T> Expr<T> step(Slots<T> slots) {
        Expr<T> t = slots.updates().plus(1);
        return rateIn(slots).times(unbias(beta2, t).sqrt()).over(unbias(beta1, t));
    }

    /** 1 - βᵗ. */
    private static <T> Expr<T> unbias(double beta, Expr<T> t) {
        return beta == 0
                ? t.constant(1)
                : t.times(Math.log(beta)).exp().negate().plus(1);
    }
}
