package org.gan4j.standard.initializer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.part.About;

/** U(-r, r) with r = √(6 / (fan in + fan out)); keeps the variance of signals and gradients through linear layers. */
@About(value = "uniform, scaled to fan in and fan out", source = "Glorot and Bengio 2010, AISTATS, equation 16")
public record Glorot() implements Initializer {
    @Override
    public <T> Expr<T> values(Site<T> site) {
        double range = Math.sqrt(6.0 / (FanInOut.in(site.shape()) + FanInOut.out(site.shape())));
        return site.uniform().times(2 * range).minus(range);
    }
}
