package org.gan4j.standard.layer.convolution;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** y = x + f(x), where f is a chain of layers that keeps the shape. Where the last of them gives 0 at first, y = x. */
@About(
        value = "layers whose result is added to their input",
        source = "He et al. 2016, arXiv:1512.03385, equation 1, without an activation after the sum")
public record Residual(
        @Param(doc = "the layers, each with its parameters; together they keep the shape")
        List<Layer> layers) implements Layer {
    public Residual {
        layers = List.copyOf(layers);
    }

    @Override
    public String kind() {
        return "residual";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        Expr<T> change = NetSpec.of(layers).apply(net, at, x);
        Shape from = net.shape(x.raw());
        Shape to = net.shape(change.raw());
        if (!from.equals(to)) {
            throw new IllegalArgumentException(at + " expects layers that keep the shape " + from + ", got " + to);
        }
        return x.plus(change);
    }

    @Override
    public boolean separatesExamples() {
        return layers.stream().allMatch(Layer::separatesExamples);
    }
}
