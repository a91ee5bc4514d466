package org.gan4j.tensorflow;

import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;

/** Draws points near the unit circle: endless data for tests. */
record Ring() implements Dataset.Sampler {
    @Override
    public Shape shape() {
        return Shape.of(2);
    }

    @Override
    public <T> Expr<T> draw(Noise<T> noise) {
        Expr<T> direction = noise.normal(shape());
        Expr<T> length = direction.square().sum(1).sqrt();
        return direction.over(length).plus(noise.normal(shape()).times(0.02));
    }
}
