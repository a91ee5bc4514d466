package org.gan4j.experiments.library.data.known;

import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Truth;

/** Endless points of the plane, from a distribution that is known. */
interface PlanarSampler extends Dataset.Sampler {
    /** Returns the distribution that points are drawn from. */
    DrawnTruth distribution();

    @Override
    default Shape shape() {
        return Shape.of(2);
    }

    @Override
    default <T> Expr<T> draw(Noise<T> noise) {
        return distribution().draw(noise);
    }

    @Override
    default Optional<Truth> truth() {
        return Optional.of(distribution());
    }
}
