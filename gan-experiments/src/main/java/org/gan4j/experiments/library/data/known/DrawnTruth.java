package org.gan4j.experiments.library.data.known;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.data.Truth;

/** A distribution whose density is known and that is drawn from. */
interface DrawnTruth extends Truth {
    /** Draws one batch, [batch × dimension]. */
    <T> Expr<T> draw(Noise<T> noise);
}
