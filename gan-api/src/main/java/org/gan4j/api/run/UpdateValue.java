package org.gan4j.api.run;

import java.util.Locale;
import org.gan4j.api.train.Player;

/**
 * One value that an update computed.
 *
 * @param update number of the update within its step, from 1 on
 * @param player whose objective, gradient or weight it is; of outputs, the player that is updated
 * @param kind   what kind of value it is
 * @param name   such as {@code loss/wasserstein}, or the name of a weight; a slot's is that of its weight, a dot and its own
 * @param size   the value of a scalar, or the Euclidean length of a tensor, which is not finite if one of the tensor's numbers
 *               is not
 */
public record UpdateValue(int update, Player player, Kind kind, String name, double size) {
    /** The kinds of values, in the order in which an update computes them. */
    public enum Kind {
        /** What the nets give: examples and logits. */
        OUTPUT,
        /** The loss of the experiment, as the player's objective has it. */
        LOSS,
        /** A term, before its weight multiplies it. */
        TERM,
        /** The sum of loss and weighted terms, which the player minimises. */
        OBJECTIVE,
        /** The gradient of the objective with respect to one weight. */
        GRADIENT,
        /** The length of the whole gradient as float32, whose square overflows beyond 3.4e38. */
        LENGTH,
        /** A value that the loss or a term keeps for the next update. */
        KEPT,
        /** A slot of the optimizer, such as a mean of squares, after the update. */
        SLOT,
        /** A weight, or a tensor that a layer keeps, after the update. */
        WEIGHT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isFinite() {
        return Double.isFinite(size);
    }
}
