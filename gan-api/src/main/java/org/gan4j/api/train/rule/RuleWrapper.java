package org.gan4j.api.train.rule;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;

/**
 * A rule around another one, which makes the updates. Everything that it does not change is left to the other rule.
 */
public interface RuleWrapper extends Optimizer {
    /** Returns the rule that makes the updates. */
    Optimizer rule();

    /** Returns the same wrapper around another rule. */
    Optimizer around(Optimizer rule);

    @Override
    default Optimizer of(Player player) {
        return around(rule().of(player));
    }

    @Override
    default <T> List<Expr<T>> gradients(List<Expr<T>> all) {
        return rule().gradients(all);
    }

    @Override
    default <T> Expr<T> update(Slots<T> slots, Expr<T> parameter, Expr<T> gradient) {
        return rule().update(slots, parameter, gradient);
    }

    @Override
    default <T> Expr<T> used(Slots<T> slots, Expr<T> parameter) {
        return rule().used(slots, parameter);
    }
}
