package org.gan4j.standard.optimizer.rate;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.rule.RateDecay;

/** η ← η/2 after every so many updates, as often as {@code times} says; then the rate stays. */
@About(
        value = "another rule, whose learning rate is halved again and again",
        source = "Berthelot et al. 2017, arXiv:1703.10717, section 4.1, which halves it when its measure stalls")
public record HalvingDecay(
        @Param(min = 1, doc = "updates of the player from one halving to the next")
        long every,

        @Param(value = "10", min = 1, max = 50, doc = "number of halvings")
        int times,

        @Param(value = "adam", doc = "makes the updates") Optimizer rule)
        implements RateDecay {
    public HalvingDecay {
        DecayedRule.require(rule);
    }

    @Override
    public Optimizer around(Optimizer other) {
        return new HalvingDecay(every, times, other);
    }

    /** Multiplies by one half for each halving that is over; half an update keeps the comparison off its edge. */
    @Override
    public <T> Expr<T> factor(Expr<T> made) {
        Expr<T> factor = made.constant(1);
        for (int n = 1; n <= times; n++) {
            Expr<T> over = made.greater(n * (double) every - 0.5);
            factor = factor.times(over.select(made.constant(0.5), made.constant(1)));
        }
        return factor;
    }
}
