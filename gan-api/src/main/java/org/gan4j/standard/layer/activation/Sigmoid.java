package org.gan4j.standard.layer.activation;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;

/** y = 1 / (1 + exp(-x)), for each value. */
@About("logistic function, to 0…1")
public record Sigmoid() implements Layer {
    @Override
    public String kind() {
        return "sigmoid";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        return x.sigmoid();
    }
}
