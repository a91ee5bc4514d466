package org.gan4j.standard.layer.normalization;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * y = scale·(x - mean) / √(variance + epsilon) + shift, where mean and variance are those of one channel of one image. x is [batch ×
 * height × width × channels].
 *
 * <p>Source: Ulyanov et al. 2016, arXiv:1607.08022, equation 3.
 */
@About(value = "normalises each channel of each image", source = "Ulyanov et al. 2016, arXiv:1607.08022, equation 3")
public record InstanceNorm(
        @Param(value = "1e-5", min = 1e-12, doc = "added to the variance")
        double epsilon) implements Layer {
    @Override
    public String kind() {
        return "instance-norm";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        Shape shape = net.shape(x.raw());
        if (shape.rank() != 4) {
            throw new IllegalArgumentException(at + " expects images [batch×height×width×channels], got " + shape);
        }
        return new Standardization(epsilon).alone(net, at, x, 1, 2);
    }
}
