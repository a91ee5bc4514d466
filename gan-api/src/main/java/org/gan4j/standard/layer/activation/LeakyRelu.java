package org.gan4j.standard.layer.activation;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** y = x where x &gt; 0, slope·x elsewhere. */
@About(value = "rectifier that leaks below 0", source = "Maas et al. 2013, section 2")
public record LeakyRelu(
        @Param(value = "0.2", min = 0, max = 1, doc = "slope below 0")
        double slope) implements Layer {
    @Override
    public String kind() {
        return "leakyrelu";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        return x.leakyRelu(slope);
    }
}
