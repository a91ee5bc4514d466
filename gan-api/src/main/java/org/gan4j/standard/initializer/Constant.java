package org.gan4j.standard.initializer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** The same value everywhere. */
@About(value = "one value, by default 0")
public record Constant(
        @Param(value = "0", doc = "the value") double value) implements Initializer {
    @Override
    public <T> Expr<T> values(Site<T> site) {
        return site.constant(value);
    }
}
