package com.example.net;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.standard.initializer.Constant;

/** y = x - mean for each value of x [batch × n]: the batch's mean while training, a moving average of it in use. */
@About("subtracts the batch's mean; a moving average of it in use")
public record Centred(
        @Param(value = "0.9", min = 0, max = 1, doc = "share of the average that each use in training keeps")
        double momentum)
        implements Layer {
    @Override
    public String kind() {
        return "centred";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        Shape width = Shape.of(1, net.shape(x.raw()).dim(1));
        Expr<T> average = x.with(net.state(at.child("mean"), width, new Constant(0)));
        if (!net.training()) {
            return x.minus(average);
        }
        Expr<T> mean = x.mean(0);
        net.keep(
                at.child("mean"),
                average.times(momentum).plus(mean.times(1 - momentum)).raw());
        return x.minus(mean);
    }

    @Override
    public boolean separatesExamples() {
        return false;
    }
}
