package org.gan4j.api;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.part.ExtensionPoint;

/**
 * p_z(z), the distribution of the generator's input, drawn inside the backend's graph.
 *
 * <p>The draw of a step depends on (seed, stream, step) alone, so two runs that differ in the loss see the same noise. A prior
 * is an immutable record and may be shared between threads.
 */
public interface Prior {
    ExtensionPoint<Prior> POINT = ExtensionPoint.one(
            "prior", Prior.class, "the distribution of the generator's input", "prior=gaussian prior.size=16");

    /** The shape of one latent example. */
    Shape shape();

    /** Draws one batch of latent examples, [batch × shape]. */
    <T> Expr<T> draw(Noise<T> noise);

    /**
     * Returns the codes that stand at the end of each latent vector, in this order. A code is a part of the draw that the
     * generated example is meant to show, such as its class. By default there are none.
     */
    default List<Code> codes() {
        return List.of();
    }

    /**
     * A part of the latent vector with a meaning.
     *
     * @param width the number of values: for a category the number of classes, one of which has a 1 and the others 0
     */
    record Code(Kind kind, int width) {
        /** The values that a code takes. */
        public enum Kind {
            /** One 1 among zeros, each place equally likely. */
            CATEGORICAL,
            /** Independent draws from U(-1, 1). */
            CONTINUOUS
        }

        public Code {
            if (width < 1) {
                throw new IllegalArgumentException("a code has at least one value, not " + width);
            }
        }

        /** A class out of so many. */
        public static Code categorical(int classes) {
            return new Code(Kind.CATEGORICAL, classes);
        }

        /** One number. */
        public static Code continuous() {
            return new Code(Kind.CONTINUOUS, 1);
        }

        public boolean isCategorical() {
            return kind == Kind.CATEGORICAL;
        }
    }
}
