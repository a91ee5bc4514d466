package org.gan4j.standard.initializer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** N(0, deviation²). */
@About(value = "normal around 0")
public record Normal(
        @Param(value = "0.02", min = 0, doc = "standard deviation")
        double deviation) implements Initializer {
    @Override
    public <T> Expr<T> values(Site<T> site) {
        return site.normal().times(deviation);
    }
}
