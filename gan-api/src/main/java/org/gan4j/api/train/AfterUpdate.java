package org.gan4j.api.train;

import org.gan4j.api.algebra.Expr;

/**
 * A rule, and what is done with each value that it gives: limited, shrunk, remembered. Because the two are apart, a backend runs the
 * rule as it would without this, so that one that changes nothing changes no bit.
 */
public interface AfterUpdate extends Optimizer {
    /** The rule that makes the updates. */
    Optimizer rule();

    /**
     * What a parameter becomes in place of the value that the rule gave it.
     *
     * @param slots   shared with the rule; a name of its own keeps them apart
     * @param updated what the rule gave
     */
    <T> Expr<T> after(Slots<T> slots, Expr<T> updated);

    @Override
    default <T> Expr<T> update(Slots<T> slots, Expr<T> parameter, Expr<T> gradient) {
        return after(slots, rule().update(slots, parameter, gradient));
    }

    @Override
    default <T> Expr<T> used(Slots<T> slots, Expr<T> parameter) {
        return rule().used(slots, parameter);
    }
}
