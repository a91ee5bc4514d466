package org.gan4j.standard.layer.convolution;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * The largest value of each channel in each window of size × size. Images become (height - size) / stride + 1 high, rounded up: the
 * last window may reach over the edge. Their width likewise.
 */
@About("the largest value in each window of an image")
public record MaxPool(
        @Param(value = "2", min = 1, doc = "height and width of a window")
        int size,

        @Param(value = "2", min = 1, doc = "values from one window to the next, at most size")
        int stride)
        implements Layer {
    public MaxPool {
        if (stride > size) {
            throw new IllegalArgumentException(
                    "stride " + stride + " would leave out values between windows of " + size + "×" + size);
        }
    }

    @Override
    public String kind() {
        return "maxpool";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        ImageShape.channels(net.shape(x.raw()), at);
        return x.with(net.maxPool(x.raw(), size, stride));
    }
}
