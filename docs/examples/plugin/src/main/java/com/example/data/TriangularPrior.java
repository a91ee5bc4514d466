package com.example.data;

import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** z = u + v - 1 with u, v ~ U[0, 1): triangular on (-1, 1), each value on its own. */
@About("independent triangular values")
public record TriangularPrior(
        @Param(value = "16", min = 1, doc = "values of one draw")
        int size) implements Prior {
    @Override
    public Shape shape() {
        return Shape.of(size);
    }

    @Override
    public <T> Expr<T> draw(Noise<T> noise) {
        return noise.uniform(shape()).plus(noise.uniform(shape())).minus(1);
    }
}
