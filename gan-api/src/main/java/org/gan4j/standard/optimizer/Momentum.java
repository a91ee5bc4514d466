package org.gan4j.standard.optimizer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.binding.Defaults;

/**
 * v ← μ·v - η·g, θ ← θ + v. The rate η falls as in {@link Sgd}; the momentum μ rises linearly from {@code momentum} to
 * {@code finalMomentum} over the first {@code saturate} updates.
 */
@About(
        value = "gradient descent with momentum",
        source = "Sutskever et al. 2013, ICML, equations 1 and 2; schedule as in the published code of arXiv:1406.2661")
public record Momentum(
        @Param(value = "0.1", min = 0, doc = "learning rate of the first update")
        double rate,

        @Param(value = "1", min = 1, doc = "the rate is divided by this at each update")
        double decay,

        @Param(value = "0.000001", min = 0, doc = "smallest learning rate")
        double floor,

        @Param(value = "0.5", min = 0, max = 1, doc = "momentum of the first update")
        double momentum,

        @Param(value = "0.7", min = 0, max = 1, doc = "momentum at the end of its rise")
        double finalMomentum,

        @Param(value = "125000", min = 1, doc = "updates until the momentum has risen")
        double saturate)
        implements FallingRate {
    /** Momentum with this learning rate and defaults for everything else. */
    public static Momentum rate(double rate) {
        Momentum defaults = Defaults.of(Momentum.class);
        return new Momentum(
                rate, defaults.decay, defaults.floor, defaults.momentum, defaults.finalMomentum, defaults.saturate);
    }

    /** The same with a rate that falls: it is divided by {@code by} at each update, down to a smallest one. */
    public Momentum withDecay(double by, double smallest) {
        return new Momentum(rate, by, smallest, momentum, finalMomentum, saturate);
    }

    /** The same with a momentum that rises from the first value to the last within so many updates. */
    public Momentum withMomentum(double first, double last, double updates) {
        return new Momentum(rate, decay, floor, first, last, updates);
    }

    @Override
    public <T> Expr<T> update(Slots<T> slots, Expr<T> parameter, Expr<T> gradient) {
        Expr<T> eta = rateIn(slots);
        Expr<T> velocity =
                slots.get("velocity").times(momentumAt(slots.updates())).minus(gradient.times(eta));
        slots.set("velocity", velocity);
        return parameter.plus(velocity);
    }

    /** μ after some updates; public for backends with a kernel of their own. */
    public <T> Expr<T> momentumAt(Expr<T> updates) {
        if (finalMomentum == momentum) {
            return updates.constant(momentum);
        }
        Expr<T> left = updates.over(saturate).negate().plus(1).relu();
        return left.times(momentum - finalMomentum).plus(finalMomentum);
    }
}
