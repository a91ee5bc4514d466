package org.gan4j.api.train;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;

/** One update of one player as a {@link Term} sees it. */
public interface Step<T> {
    /** The value of a signal, computed once in this step however often it is asked for. */
    Expr<T> get(Signal signal);

    /** What the backend draws: {@code real} or {@code latent}. */
    Expr<T> feed(String name);

    /** A player's net applied to an input: G gives [batch × data], D gives logits [batch]. */
    Expr<T> apply(Player player, Expr<T> input);

    /**
     * A named head of a player's net applied to an input, such as a class beside the logit.
     *
     * @throws IllegalArgumentException if the net has no head of this name
     */
    Expr<T> apply(Player player, Expr<T> input, String head);

    /** What a player minimises by the experiment's loss, without terms: a scalar. */
    Expr<T> objective(Player player);

    /** Fresh randomness for this step. */
    Noise<T> noise();

    /** The gradient of a scalar with respect to a signal of this step, itself differentiable. */
    Expr<T> gradient(Expr<T> scalar, Expr<T> with);
}
