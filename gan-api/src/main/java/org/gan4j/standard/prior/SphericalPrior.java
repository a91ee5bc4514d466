package org.gan4j.standard.prior;

import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** z uniform on the unit sphere: a normal draw divided by its length. */
@About(value = "uniform on the unit sphere", source = "Goodfellow et al. 2014, published code, noise \"spherical\"")
public record SphericalPrior(
        @Param(value = "100", min = 1, doc = "values of one draw")
        int size) implements Prior {
    @Override
    public Shape shape() {
        return Shape.of(size);
    }

    @Override
    public <T> Expr<T> draw(Noise<T> noise) {
        Expr<T> normal = noise.normal(shape());
        return normal.over(normal.square().sum(1).sqrt());
    }
}
