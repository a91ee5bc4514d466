package org.gan4j.api.train;

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

    /** Every how many updates of the player the term counts; 1 is always. */
    default int interval() {
        return 1;
    }

    /** A scalar. */
    <T> Expr<T> value(Step<T> step);
}
