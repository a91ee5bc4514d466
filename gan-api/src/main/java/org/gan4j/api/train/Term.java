package org.gan4j.api.train;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.ExtensionPoint;

/**
 * One more addend of the objective of one player, or of each of both: weight · value(step), computed at every {@link #interval}th
 * update of the player. A term may ask for any named quantity of the step. Within a player's objective it is differentiated with
 * respect to this player's weights alone.
 *
 * <p>What a term of both players keeps in {@link Step#memory} is shared by both objectives.
 */
public interface Term {
    ExtensionPoint<Term> POINT = ExtensionPoint.several(
            "term",
            Term.class,
            "one more addend of a player's objective",
            "terms=gradient-scale terms.gradient-scale.target=0.05");

    /** Returns the players to whose objectives the term is added; {@link Step#player} tells whose is being computed. */
    List<Player> players();

    double weight();

    /** Returns the interval, in updates of the player, at which the term counts; 1 means always. */
    default int interval() {
        return 1;
    }

    /**
     * Returns the outputs that the term adds to the players' nets. Both players' updates see them, and checkpoints hold their
     * weights. By default there are none.
     *
     * @throws org.gan4j.api.problem.InvalidInput if the experiment draws no labels or codes, and the term needs them
     */
    default List<Head> heads(Draws draws) {
        return List.of();
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
