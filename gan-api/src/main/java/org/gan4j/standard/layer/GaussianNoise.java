package org.gan4j.standard.layer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** y = x + sd·n with n ~ N(0, 1) per value while training, y = x otherwise. */
@About(
        value = "adds Gaussian noise while training",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, published code, noise_both")
public record GaussianNoise(
        @Param(min = 0, doc = "standard deviation of the noise")
        double sd) implements Layer {
    @Override
    public String kind() {
        return "gaussiannoise";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        return net.training() && sd > 0 ? x.plus(x.with(net.normal(at, x.raw())).times(sd)) : x;
    }
}
