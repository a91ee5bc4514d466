package org.gan4j.standard.net.energy;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;

/**
 * Minus the mean error of each example's reconstruction: y = -mean |x - A(x)|^power over the values of x, with the auto-encoder A. x
 * is [batch × n], y [batch × 1].
 *
 * @param layers the auto-encoder, from vectors to vectors of the same width
 * @param power  1 for the absolute error, 2 for the squared one
 */
record Reconstruction(List<Layer> layers, int power) implements Layer {
    Reconstruction {
        layers = List.copyOf(layers);
    }

    @Override
    public String kind() {
        return "reconstruction";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        Expr<T> missing = x.minus(NetSpec.of(layers).apply(net, at, x));
        Expr<T> error = (power == 1 ? missing.abs() : missing.square()).mean(1);
        return x.with(net.reshape(error.negate().raw(), Shape.of(Shape.ANY, 1)));
    }

    @Override
    public boolean separatesExamples() {
        return layers.stream().allMatch(Layer::separatesExamples);
    }
}
