package org.gan4j.standard.layer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** y = x·W + b: x [batch × n], W [n × units], b [units], y [batch × units]. */
@About("affine map y = x·W + b")
public record Dense(
        @Param(min = 1, doc = "width of the output") int units,
        @Param(value = "glorot", doc = "first values of W") Initializer weights,

        @Param(value = "constant", doc = "first values of b")
        Initializer bias)
        implements Layer {
    @Override
    public String kind() {
        return "dense";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        int width = InputWidth.ofVector(net.shape(x.raw()), at);
        T w = net.parameter(at.child("weights"), Shape.of(width, units), weights);
        T b = net.parameter(at.child("bias"), Shape.of(units), bias);
        return x.with(net.biasAdd(net.matMul(x.raw(), w), b));
    }
}
