package org.gan4j.api.train.rule;

import org.gan4j.api.algebra.Expr;

/**
 * A rule together with a change of each value that it gives, such as a limit, a shrinkage or an average. A backend runs
 * the rule exactly as it would alone, so a change that does nothing changes no bit.
 */
public interface AfterUpdate extends RuleWrapper {
    /**
     * Returns the value that a parameter gets in place of the rule's.
     *
     * @param slots   shared with the rule; a name of its own keeps them apart
     * @param updated the rule's value
     */
    <T> Expr<T> after(Slots<T> slots, Expr<T> updated);

    @Override
    default <T> Expr<T> update(Slots<T> slots, Expr<T> parameter, Expr<T> gradient) {
        return after(slots, rule().update(slots, parameter, gradient));
    }
}
