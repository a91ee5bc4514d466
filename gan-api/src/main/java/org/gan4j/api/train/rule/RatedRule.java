package org.gan4j.api.train.rule;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.train.Optimizer;

/** A rule with a learning rate that a {@link RateDecay} around it can change. */
public interface RatedRule extends Optimizer {
    /** Returns the learning rate of the first update. */
    double rate();

    /** Returns the rule's own learning rate after some updates. */
    default <T> Expr<T> rateAt(Expr<T> updates) {
        return updates.constant(rate());
    }

    /** Returns the learning rate to use in an update: the rule's own, as the decays around it have changed it. */
    default <T> Expr<T> rateIn(Slots<T> slots) {
        return slots.rate(rateAt(slots.updates()));
    }
}
