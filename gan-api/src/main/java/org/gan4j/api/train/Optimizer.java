package org.gan4j.api.train;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.part.ExtensionPoint;

/**
 * The rule that turns a gradient into an update, written once in the algebra. Each player's parameters have slots of
 * their own. A backend may run a fused kernel for a rule that it knows; a test must hold it equal to this definition.
 */
public interface Optimizer {
    ExtensionPoint<Optimizer> POINT = ExtensionPoint.one(
            "optimizer", Optimizer.class, "turns gradients into updates", "optimizer=adam optimizer.rate=0.0002");

    /**
     * Returns the parameter's next value; the objective is minimised.
     *
     * @param slots     the state that this rule keeps for this parameter
     * @param parameter its present value
     * @param gradient  of the objective, as {@link #gradients} returned it; of the parameter's shape
     */
    <T> Expr<T> update(Slots<T> slots, Expr<T> parameter, Expr<T> gradient);

    /**
     * Returns the rule for the parameters of one player, which may differ between players. A backend calls this first,
     * and everything else on the result.
     */
    default Optimizer of(Player player) {
        return this;
    }

    /**
     * Returns the gradients to update by, in the same order. A backend calls this once for each update of a player, and
     * passes the results to {@link #update}.
     *
     * @param all the gradients of the objective, one for each parameter of the player
     */
    default <T> List<Expr<T>> gradients(List<Expr<T>> all) {
        return all;
    }

    /**
     * Returns the value to use for a parameter wherever the net is not trained: in samples, metrics and exports. It may
     * be called before the first update, when every slot is 0.
     */
    default <T> Expr<T> used(Slots<T> slots, Expr<T> parameter) {
        return parameter;
    }

    /** The state of one parameter between updates. */
    interface Slots<T> {
        /** Returns the parameter's shape. */
        Shape shape();

        /** Returns the number of updates that this player has made before this one, as a scalar. */
        Expr<T> updates();

        /**
         * Returns the learning rate to use in place of the rule's own; a {@link org.gan4j.api.train.rule.RateDecay} around the rule changes it.
         *
         * @param own a scalar
         */
        default Expr<T> rate(Expr<T> own) {
            return own;
        }

        /** Returns a named slot of the parameter's shape as it was after the last update; 0 before the first. */
        Expr<T> get(String name);

        /** Sets the slot's value after this update. */
        void set(String name, Expr<T> value);
    }
}
