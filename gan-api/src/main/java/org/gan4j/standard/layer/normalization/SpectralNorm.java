package org.gan4j.standard.layer.normalization;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * Wraps another layer and divides its weights by an estimate σ of their largest singular value, so that the layer stretches no
 * vector by more than about 1. A kernel counts as the matrix whose columns are its last axis. Biases stay as they are.
 *
 * <p>With the weights W [n × m] and a vector u that is kept between updates: v = W·u / |W·u|, then Wᵀ·v / |Wᵀ·v| is the next u
 * and σ = |Wᵀ·v|. Each update makes one such iteration, however often it uses the layer. u and v count as constants in
 * gradients.
 *
 * <p>Places and weights have the names that they have without this wrapper; u is beside them, such as
 * {@code dense1.weights.direction}.
 *
 * <p>Source: Miyato et al. 2018, arXiv:1802.05957, algorithm 1, with the transpose of its W.
 */
@About(
        value = "another layer, its weights divided by their largest singular value",
        source = "Miyato et al. 2018, arXiv:1802.05957, algorithm 1")
public record SpectralNorm(@Param(doc = "the layer") Layer of) implements Layer {
    @Override
    public String kind() {
        return of.kind();
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        NetAlgebra<T> scaled = new SpectralAlgebra<>(net);
        return x.with(of.apply(scaled, at, Expr.of(scaled, x.raw())).raw());
    }

    @Override
    public boolean separatesExamples() {
        return of.separatesExamples();
    }
}
