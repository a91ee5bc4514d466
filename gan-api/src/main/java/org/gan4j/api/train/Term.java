package org.gan4j.api.train;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.ExtensionPoint;

/**
 * One more addend of one player's objective: weight · value(step), computed every {@link #interval} steps. A term may ask for
 * any named quantity of the step and is differentiated with respect to its own player's parameters only.
 */
public interface Term {
    ExtensionPoint<Term> POINT = ExtensionPoint.several(
            "term",
            Term.class,
            "one more addend of a player's objective",
            "terms=gradient-scale terms.gradient-scale.target=0.05");

    Player player();

    double weight();

    /** Returns the interval, in updates of the player, at which the term counts; 1 means always. */
    default int interval() {
        return 1;
    }

    /** Returns the term's value, a scalar. */
    <T> Expr<T> value(Step<T> step);

    /**
     * The closed forms particular to this term. {@code gan verify} checks them together with the laws that hold for every
     * term.
     */
    default List<Law> laws() {
        return List.of();
    }
}
