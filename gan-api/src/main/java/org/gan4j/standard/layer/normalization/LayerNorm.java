package org.gan4j.standard.layer.normalization;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * y = scale·(x - mean) / √(variance + epsilon) + shift, where mean and variance are those of all values of one example. Scale and
 * shift have a value for each channel, the last axis of x.
 *
 * <p>Source: Ba et al. 2016, arXiv:1607.06450, equation 3, which is stated for vectors.
 */
@About(value = "normalises the values of each example", source = "Ba et al. 2016, arXiv:1607.06450, equation 3")
public record LayerNorm(
        @Param(value = "1e-5", min = 1e-12, doc = "added to the variance")
        double epsilon) implements Layer {
    @Override
    public String kind() {
        return "layer-norm";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        Standardization.channels(net.shape(x.raw()), at);
        int rank = net.shape(x.raw()).rank();
        return new Standardization(epsilon).alone(net, at, x, Standardization.axes(1, rank));
    }
}
