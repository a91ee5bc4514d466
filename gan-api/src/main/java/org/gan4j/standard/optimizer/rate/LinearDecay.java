package org.gan4j.standard.optimizer.rate;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.rule.RateDecay;

/** η ← η·(1 - (1 - e)·p), where p rises from 0 to 1 over the given updates, and e is the factor at their end. */
@About(
        value = "another rule, whose learning rate falls linearly",
        source = "Zhu et al. 2017, arXiv:1703.10593, section 4, which begins after half of the training")
public record LinearDecay(
        @Param(value = "0", min = 0, doc = "updates of the player before the rate begins to fall")
        long start,

        @Param(min = 1, doc = "updates until the rate has fallen")
        long updates,

        @Param(value = "0", min = 0, doc = "factor of the rate from then on")
        double end,

        @Param(value = "adam", doc = "makes the updates") Optimizer rule)
        implements RateDecay {
    public LinearDecay {
        DecayedRule.require(rule);
    }

    @Override
    public Optimizer around(Optimizer other) {
        return new LinearDecay(start, updates, end, other);
    }

    @Override
    public <T> Expr<T> factor(Expr<T> made) {
        return ElapsedShare.of(start, updates, made).times(end - 1).plus(1);
    }
}
