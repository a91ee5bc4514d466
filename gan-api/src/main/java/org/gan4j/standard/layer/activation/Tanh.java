package org.gan4j.standard.layer.activation;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;

/** y = tanh(x), for each value. */
@About("hyperbolic tangent")
public record Tanh() implements Layer {
    @Override
    public String kind() {
        return "tanh";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        return x.tanh();
    }
}
