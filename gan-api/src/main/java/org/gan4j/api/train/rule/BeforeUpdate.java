package org.gan4j.api.train.rule;

import java.util.List;
import org.gan4j.api.algebra.Expr;

/** A rule together with a change of the gradients that it gets, such as a limit to their length. */
public interface BeforeUpdate extends RuleWrapper {
    /**
     * Returns the gradients that the rule gets, in the same order.
     *
     * @param all one for each parameter of the player
     */
    <T> List<Expr<T>> before(List<Expr<T>> all);

    @Override
    default <T> List<Expr<T>> gradients(List<Expr<T>> all) {
        return rule().gradients(before(all));
    }
}
