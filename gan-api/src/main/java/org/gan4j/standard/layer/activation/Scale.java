package org.gan4j.standard.layer.activation;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * factor·x + shift: brings values from one range to another, without weights. Data in 0…1 becomes -1…1 with factor 2 and shift -1,
 * and the output of tanh becomes data in 0…1 with factor 0.5 and shift 0.5.
 */
@About("brings values from one range to another")
public record Scale(
        @Param(doc = "what each value is multiplied by") double factor,

        @Param(value = "0", doc = "what is added to it") double shift)
        implements Layer {
    @Override
    public String kind() {
        return "scale";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        return x.times(factor).plus(shift);
    }
}
