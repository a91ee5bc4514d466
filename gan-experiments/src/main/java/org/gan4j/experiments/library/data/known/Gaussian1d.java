package org.gan4j.experiments.library.data.known;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Truth;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** x ~ N(mean, deviation²) on the line; shape [1], unbounded. */
@About(
        value = "a normal distribution on the line",
        source = "the setting of Goodfellow et al. 2014, arXiv:1406.2661, figure 1")
public record Gaussian1d(
        @Param(value = "2", doc = "mean") double mean,

        @Param(value = "1", min = 0, doc = "standard deviation, greater than 0")
        double deviation)
        implements Dataset.Sampler {
    public Gaussian1d {
        mixture(mean, deviation);
    }

    @Override
    public Shape shape() {
        return Shape.of(1);
    }

    @Override
    public <T> Expr<T> draw(Noise<T> noise) {
        return mixture(mean, deviation).draw(noise);
    }

    @Override
    public Optional<Truth> truth() {
        return Optional.of(mixture(mean, deviation));
    }

    private static Mixture mixture(double mean, double deviation) {
        return new Mixture(List.of(new double[] {mean}), deviation);
    }
}
