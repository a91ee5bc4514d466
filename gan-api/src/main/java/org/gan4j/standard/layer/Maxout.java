package org.gan4j.standard.layer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.standard.initializer.Constant;

/**
 * Maxout: y_j = max over the pieces k of (x·W + b)_kj. x [batch × n], W [n × pieces·units], y [batch × units].
 *
 * <p>The pieces lie on the middle axis, [batch × pieces × units], where the maximum is vectorised.
 */
@About(value = "largest of several affine maps", source = "Goodfellow et al. 2013, arXiv:1302.4389, section 2")
public record Maxout(
        @Param(min = 1, doc = "width of the output") int units,

        @Param(min = 1, doc = "affine maps to take the largest of")
        int pieces,

        @Param(value = "glorot", doc = "first values of W") Initializer weights)
        implements Layer {
    @Override
    public String kind() {
        return "maxout";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        int width = InputWidth.ofVector(net.shape(x.raw()), at);
        T w = net.parameter(at.child("weights"), Shape.of(width, pieces * units), weights);
        T b = net.parameter(at.child("bias"), Shape.of(pieces * units), new Constant(0));
        T affine = net.biasAdd(net.matMul(x.raw(), w), b); // [batch × pieces·units]
        T stacked = net.reshape(affine, Shape.of(Shape.ANY, pieces, units)); // [batch × pieces × units]
        T largest = net.max(stacked, 1); // [batch × 1 × units]
        return x.with(net.reshape(largest, Shape.of(Shape.ANY, units)));
    }
}
