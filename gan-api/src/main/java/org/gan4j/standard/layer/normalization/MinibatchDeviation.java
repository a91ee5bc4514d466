package org.gan4j.standard.layer.normalization;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;

/**
 * Adds one channel to x that holds the mean, over all places and channels, of the standard deviation over the batch: a
 * discriminator can tell by it that generated examples vary too little. x is [batch × … × n], y [batch × … × n + 1].
 *
 * <p>Source: Karras et al. 2017, arXiv:1710.10196, section 3, over the whole batch. A square root of 0 has no derivative, so
 * 1e-8 is added to each variance, as in their published code.
 */
@About(
        value = "one more channel: how much the batch varies",
        source = "Karras et al. 2017, arXiv:1710.10196, section 3")
public record MinibatchDeviation() implements Layer {
    private static final double EPSILON = 1e-8;

    @Override
    public String kind() {
        return "minibatch-deviation";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        Standardization.channels(net.shape(x.raw()), at);
        int last = net.shape(x.raw()).rank() - 1;
        Expr<T> variance = x.minus(x.mean(0)).square().mean(0);
        Expr<T> deviation = variance.plus(EPSILON).sqrt().mean();
        Expr<T> channel = x.mean(last);
        Expr<T> everywhere = channel.greater(channel).plus(deviation);
        return x.with(net.concat(last, List.of(x.raw(), everywhere.raw())));
    }

    @Override
    public boolean separatesExamples() {
        return false;
    }
}
