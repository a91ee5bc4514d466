package org.gan4j.standard.optimizer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.binding.Defaults;

/** θ ← θ - η·g with η = max(floor, rate · decay^(-updates)). */
@About("gradient descent")
public record Sgd(
        @Param(value = "0.1", min = 0, doc = "learning rate of the first update")
        double rate,

        @Param(value = "1", min = 1, doc = "the rate is divided by this at each update")
        double decay,

        @Param(value = "0.000001", min = 0, doc = "smallest learning rate")
        double floor)
        implements FallingRate {
    /** Gradient descent with this learning rate and defaults for everything else. */
    public static Sgd rate(double rate) {
        Sgd defaults = Defaults.of(Sgd.class);
        return new Sgd(rate, defaults.decay, defaults.floor);
    }

    /** The same with a rate that falls: it is divided by {@code by} at each update, down to a smallest one. */
    public Sgd withDecay(double by, double smallest) {
        return new Sgd(rate, by, smallest);
    }

    @Override
    public <T> Expr<T> update(Slots<T> slots, Expr<T> parameter, Expr<T> gradient) {
        return parameter.minus(gradient.times(rateIn(slots)));
    }
}
