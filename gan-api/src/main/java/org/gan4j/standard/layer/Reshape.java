package org.gan4j.standard.layer;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** Gives the same values of each example, row-major, under another shape. */
@About("another shape for the same values")
public record Reshape(
        @Param(doc = "sizes of the axes of one example") List<Integer> shape) implements Layer {
    @Override
    public String kind() {
        return "reshape";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        Shape from = net.shape(x.raw()).example();
        Shape to = new Shape(shape);
        if (from.size() != to.size()) {
            throw new IllegalArgumentException(at + " cannot give " + from + " (" + from.size() + " values) the shape "
                    + to + " (" + to.size() + " values)");
        }
        return x.with(net.reshape(x.raw(), to.batched()));
    }
}
