package com.example.net;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.standard.initializer.Constant;

/** y = x + max(0, x·W + b): x and y [batch × n], W [n × n], b [n]. */
@About(value = "adds a rectified affine map to its input", source = "after He et al. 2015, arXiv:1512.03385")
public record MyResidual(
        @Param(value = "he", doc = "first values of W") Initializer weights) implements Layer {
    @Override
    public String kind() {
        return "residual";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        Shape shape = net.shape(x.raw());
        if (shape.rank() != 2) {
            throw new IllegalArgumentException(at + " expects vectors [batch×width], got " + shape);
        }
        int n = shape.dim(1);
        T w = net.parameter(at.child("weights"), Shape.of(n, n), weights);
        T b = net.parameter(at.child("bias"), Shape.of(n), new Constant(0));
        return x.plus(x.with(net.biasAdd(net.matMul(x.raw(), w), b)).relu());
    }
}
