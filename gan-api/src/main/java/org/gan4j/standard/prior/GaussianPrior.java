package org.gan4j.standard.prior;

import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** z ~ N(0, deviation²), each value on its own. */
@About("independent normal values")
public record GaussianPrior(
        @Param(value = "100", min = 1, doc = "values of one draw")
        int size,

        @Param(value = "1", min = 0, doc = "standard deviation")
        double deviation)
        implements Prior {
    @Override
    public Shape shape() {
        return Shape.of(size);
    }

    @Override
    public <T> Expr<T> draw(Noise<T> noise) {
        Expr<T> draw = noise.normal(shape());
        return deviation == 1 ? draw : draw.times(deviation);
    }
}
