package org.gan4j.standard.layer.activation;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;

/** y = x, for each value. */
@About("no change: a linear output")
public record Identity() implements Layer {
    @Override
    public String kind() {
        return "identity";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        return x;
    }
}
