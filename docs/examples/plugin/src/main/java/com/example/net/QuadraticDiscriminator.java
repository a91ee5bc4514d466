package com.example.net;

import java.util.List;
import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Reshape;

/** The logit a + b·x + c·x²: between two normal densities the best discriminator there is, since log p/q is of this form. */
@About("a logit that is quadratic in each value")
public record QuadraticDiscriminator() implements Discriminator {
    @Override
    public NetSpec net(Shape data) {
        return NetSpec.of(List.of(
                new Reshape(List.of(data.size())), new WithSquares(), new Dense(1, new Constant(0), new Constant(0))));
    }

    /** x [batch × n] ↦ (x, x²) [batch × 2n]. */
    private record WithSquares() implements Layer {
        @Override
        public String kind() {
            return "with-squares";
        }

        @Override
        public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
            return x.with(net.concat(1, List.of(x.raw(), x.square().raw())));
        }
    }
}
