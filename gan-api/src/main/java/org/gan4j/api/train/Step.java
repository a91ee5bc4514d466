package org.gan4j.api.train;

import java.util.SortedMap;
import org.gan4j.api.Memory;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;

/** One update of one player as a {@link Term} sees it. */
public interface Step<T> {
    /** Returns the value of a signal, which is computed once in this step however often it is asked for. */
    Expr<T> get(Signal signal);

    /** Returns the player whose objective is being computed. */
    Player player();

    /** Returns what the update draws. */
    Draws draws();

    /**
     * Returns a draw of the backend: {@code real}, {@code latent} or {@code label}.
     *
     * @throws IllegalArgumentException if nothing of this name is drawn
     */
    Expr<T> feed(String name);

    /** Applies a player's net to an input: G gives [batch × data], D gives logits [batch]. */
    Expr<T> apply(Player player, Expr<T> input);

    /**
     * Applies a named head of a player's net to an input, such as a class beside the logit.
     *
     * @throws IllegalArgumentException if the net has no head of this name
     */
    Expr<T> apply(Player player, Expr<T> input, String head);

    /** Returns the weights of a player before this update, by name; an update that does not move the player holds them. */
    default SortedMap<String, Expr<T>> weights(Player player) {
        throw new UnsupportedOperationException("this step gives no access to weights");
    }

    /** Returns a player's objective under the experiment's loss, without terms: a scalar. */
    Expr<T> objective(Player player);

    /** Returns what the term that asks keeps between updates. */
    default Memory<T> memory() {
        return Memory.ofFirstValues(noise().algebra());
    }

    /** Returns fresh random draws for this step. */
    Noise<T> noise();

    /** Returns the gradient of a scalar with respect to a signal of this step; it can itself be differentiated. */
    Expr<T> gradient(Expr<T> scalar, Expr<T> with);
}
