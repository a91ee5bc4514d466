package org.gan4j.api;

import java.util.Optional;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.data.Truth;
import org.gan4j.api.part.ExtensionPoint;

/**
 * The data that the generator imitates: a finite table, or an endless sampler. Implementations are immutable and may be
 * shared.
 */
public sealed interface Dataset {
    ExtensionPoint<Dataset> POINT =
            ExtensionPoint.one("dataset", Dataset.class, "the data that is imitated", "dataset=ring dataset.modes=8");

    /** The shape of one example. */
    Shape shape();

    /** The known properties of the distribution; empty for real data. */
    default Optional<Truth> truth() {
        return Optional.empty();
    }

    /** A finite set of examples as bytes that stand for 0…1, in splits. */
    non-sealed interface Finite extends Dataset {
        /**
         * Returns one split, read completely. Fetches the set if this machine lacks it, and reports that it does; never
         * returns another set in its place.
         *
         * @throws org.gan4j.api.problem.WorkFailed   if it cannot be fetched; the message lists what was tried
         * @throws org.gan4j.api.problem.InvalidInput if a file that the user named is damaged
         */
        Table load(Split split);

        /** Returns the number of classes that the labels of each split name, from 0 on; 0 for a set without labels. */
        default int classes() {
            return 0;
        }

        /** The SHA-256 of the content, in hexadecimal. It identifies the data that a result was computed on. */
        String digest();
    }

    /** An endless distribution, drawn inside the backend's graph. */
    non-sealed interface Sampler extends Dataset {
        /** Draws one batch, [batch × shape]. */
        <T> Expr<T> draw(Noise<T> noise);
    }
}
