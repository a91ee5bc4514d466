package org.gan4j.api;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.ExtensionPoint;

/**
 * The objectives of both players, from the logits of a batch of real and a batch of generated examples. Both are
 * <em>minimised</em>.
 *
 * <p>Shapes: each side of {@link Scores} is [batch] of logits, unbounded; the sizes may differ unless the loss
 * {@linkplain #pairsExamples pairs examples}. Both methods return a scalar that does not depend on the batch's size or order:
 * means, not sums.
 *
 * <p>Orientation: a larger logit means "more real". The discriminator's objective falls where real logits rise above
 * generated ones, and the generator's where the logits of rejected examples rise.
 *
 * <p>Range: values and gradients are finite for logits within ±{@link #domain}; work on logits, never on log(sigmoid(x)).
 *
 * <p>Documentation, in this order: the formula of both players, the optimum or a fact about the gradient, the source
 * (authors, year, arXiv id, equation) and where the class differs from it. The same source goes into
 * {@link org.gan4j.api.part.About}, which {@code gan losses} prints.
 *
 * <p>Threads: a loss is an immutable record and may be shared.
 *
 * <p>Errors: a loss throws nothing; parameters are checked in its constructor with an {@link IllegalArgumentException}.
 */
public interface Loss {
    ExtensionPoint<Loss> POINT =
            ExtensionPoint.one("loss", Loss.class, "what both players minimise", "loss=minimax,non-saturating");

    /** The discriminator's objective, which it minimises: a scalar. */
    <T> Expr<T> discriminator(Scores<T> d);

    /**
     * The generator's objective, which it minimises: a scalar. A loss may use both sides, but only {@code d.fake()}
     * depends on the generator.
     */
    <T> Expr<T> generator(Scores<T> d);

    /** The largest |logit| for which both objectives and their gradients must be finite. */
    default double domain() {
        return 1e3;
    }

    /**
     * Returns what the logits of the best discriminator mean. Signals of training that have no meaning for this loss are
     * not measured.
     */
    default LogitMeaning logits() {
        return LogitMeaning.PROBABILITY;
    }

    /**
     * Returns whether the i-th real example is compared with the i-th generated one. Both sides then have equal sizes, and
     * the objectives depend neither on the number nor on the order of the pairs.
     */
    default boolean pairsExamples() {
        return false;
    }

    /**
     * Returns whether this is a loss of energies, which are minus the logits of a discriminator that {@linkplain
     * Discriminator#givesEnergies gives energies}.
     */
    default boolean needsEnergies() {
        return false;
    }

    /**
     * The closed forms particular to this loss. {@code gan verify} checks them together with the laws that hold for
     * every loss.
     */
    default List<Law> laws() {
        return List.of();
    }
}
