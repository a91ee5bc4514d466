package org.gan4j.standard.initializer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.part.About;

/** N(0, 2 / fan in); keeps the variance of signals through rectifiers. */
@About(value = "normal, scaled to fan in", source = "He et al. 2015, arXiv:1502.01852, equation 10")
public record He() implements Initializer {
    @Override
    public <T> Expr<T> values(Site<T> site) {
        return site.normal().times(Math.sqrt(2.0 / FanInOut.in(site.shape())));
    }
}
