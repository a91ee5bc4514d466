package com.example.data;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Truth;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** p(x) = exp(-|x| / scale) / (2·scale), drawn as the difference of two exponential values. */
@About("the Laplace density on a line")
public record Laplace(
        @Param(value = "1", min = 1e-6, doc = "mean of |x|") double scale) implements Dataset.Sampler {
    @Override
    public Shape shape() {
        return Shape.of(1);
    }

    @Override
    public <T> Expr<T> draw(Noise<T> noise) {
        return exponential(noise).minus(exponential(noise)).times(scale);
    }

    /** -log(1 - u), finite because u is less than 1. */
    private <T> Expr<T> exponential(Noise<T> noise) {
        return noise.uniform(shape()).negate().plus(1).log().negate();
    }

    @Override
    public Optional<Truth> truth() {
        return Optional.of(new Known(scale));
    }

    private record Known(double scale) implements Truth {
        @Override
        public double logDensity(double[] x) {
            return -Math.abs(x[0]) / scale - Math.log(2 * scale);
        }

        @Override
        public List<double[]> modes() {
            return List.of(new double[] {0});
        }

        @Override
        public double modeDeviation() {
            return scale * Math.sqrt(2);
        }
    }
}
