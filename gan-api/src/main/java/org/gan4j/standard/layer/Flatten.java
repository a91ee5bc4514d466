package org.gan4j.standard.layer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;

/** Makes each example a row, [batch × values], whatever its shape: between convolutions and dense layers. */
@About("each example as a row of its values")
public record Flatten() implements Layer {
    @Override
    public String kind() {
        return "flatten";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        return x.with(net.reshape(
                x.raw(), Shape.of(Shape.ANY, net.shape(x.raw()).example().size())));
    }
}
