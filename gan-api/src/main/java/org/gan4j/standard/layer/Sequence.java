package org.gan4j.standard.layer;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** Applies layers one after the other, where one layer is asked for: batch normalisation and then a rectifier, for example. */
@About("several layers in the place of one")
public record Sequence(
        @Param(doc = "the layers, each with its parameters") List<Layer> layers) implements Layer {
    public Sequence {
        layers = List.copyOf(layers);
    }

    @Override
    public String kind() {
        return "sequence";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        return NetSpec.of(layers).apply(net, at, x);
    }

    @Override
    public boolean separatesExamples() {
        return layers.stream().allMatch(Layer::separatesExamples);
    }
}
