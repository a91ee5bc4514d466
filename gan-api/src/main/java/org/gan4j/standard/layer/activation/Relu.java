package org.gan4j.standard.layer.activation;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;

/** y = max(0, x), for each value. */
@About("rectifier max(0, x)")
public record Relu() implements Layer {
    @Override
    public String kind() {
        return "relu";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        return x.relu();
    }
}
