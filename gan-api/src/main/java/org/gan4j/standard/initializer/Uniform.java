package org.gan4j.standard.initializer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** U(-range, range). */
@About(value = "uniform within ±range")
public record Uniform(
        @Param(value = "0.05", min = 0, doc = "largest absolute value")
        double range) implements Initializer {
    @Override
    public <T> Expr<T> values(Site<T> site) {
        return site.uniform().times(2 * range).minus(range);
    }
}
