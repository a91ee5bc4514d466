package org.gan4j.standard.net;

import org.gan4j.api.Generator;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;

/** A whole generator as a layer, whose input is the latent draws. */
record GeneratorLayer(Generator generator, Shape data) implements Layer {
    @Override
    public String kind() {
        return "onto";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        return generator.net(net.shape(x.raw()).example(), data).apply(net, at, x);
    }

    /** Returns false, because the net is unknown until the width of the latent draws is known. */
    @Override
    public boolean separatesExamples() {
        return false;
    }
}
