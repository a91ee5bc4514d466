package org.gan4j.standard.layer.normalization;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.standard.initializer.Constant;

/**
 * y = scale·(x - mean) / √(variance + epsilon) + shift, for each channel, the last axis of x. While training, mean and variance are
 * those of the batch, over all its examples and places; otherwise they are moving averages, which each use in training moves:
 * average ← momentum·average + (1 - momentum)·value of the batch.
 *
 * <p>The result for one example depends on the others, so a discriminator with this layer sees real and generated
 * examples in two passes, each with its own mean and variance.
 *
 * <p>Source: Ioffe and Szegedy 2015, arXiv:1502.03167, algorithms 1 and 2. There the variance for use is multiplied by
 * m / (m - 1) for m values of a batch; here it is that of the batch itself.
 */
@About(
        value = "normalises each channel over the batch; moving averages in use",
        source = "Ioffe and Szegedy 2015, arXiv:1502.03167, algorithms 1 and 2")
public record BatchNorm(
        @Param(value = "0.9", min = 0, max = 1, doc = "share of the moving averages that each use in training keeps")
        double momentum,

        @Param(value = "1e-5", min = 1e-12, doc = "added to the variance")
        double epsilon)
        implements Layer {
    @Override
    public String kind() {
        return "batch-norm";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        Shape shape = net.shape(x.raw());
        Shape channels = Shape.of(Standardization.channels(shape, at));
        Expr<T> mean = x.with(net.state(at.child("mean"), channels, new Constant(0)));
        Expr<T> variance = x.with(net.state(at.child("variance"), channels, new Constant(1)));
        if (net.training()) {
            int[] axes = Standardization.axes(0, shape.rank() - 1);
            Expr<T> centre = x.mean(axes);
            Expr<T> ofBatch = x.with(net.reshape(centre.raw(), channels));
            Expr<T> spread =
                    x.with(net.reshape(x.minus(centre).square().mean(axes).raw(), channels));
            net.keep(at.child("mean"), moved(mean, ofBatch).raw());
            net.keep(at.child("variance"), moved(variance, spread).raw());
            mean = ofBatch;
            variance = spread;
        }
        return new Standardization(epsilon).of(net, at, x, mean, variance);
    }

    private <T> Expr<T> moved(Expr<T> average, Expr<T> value) {
        return average.times(momentum).plus(value.times(1 - momentum));
    }

    @Override
    public boolean separatesExamples() {
        return false;
    }
}
