package org.gan4j.api;

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
}
