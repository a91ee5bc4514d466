package org.gan4j.standard.layer.convolution;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * Transposed convolution, the paper's "deconvolution": each value of x is spread over kernel × kernel values of y. x [batch ×
 * height × width × n], W [kernel × kernel × channels × n], y [batch × (height - 1)·stride + kernel - 2·pad × … × channels].
 * The bias has a value for each value of an image of y, or with {@code tiedBias} one for each channel.
 */
@About(
        value = "transposed convolution",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, figure 2 d; Deconv of its published code")
public record Deconvolution(
        @Param(min = 1, doc = "channels of the output") int channels,

        @Param(min = 1, doc = "height and width of the kernel")
        int kernel,

        @Param(value = "1", min = 1, doc = "values of y from one value of x to the next")
        int stride,

        @Param(value = "0", min = 0, doc = "values of y that are cut off on each side")
        int pad,

        @Param(value = "false", doc = "one bias a channel instead of one a value")
        boolean tiedBias,

        @Param(value = "glorot", doc = "first values of W") Initializer weights,

        @Param(value = "constant", doc = "first values of the bias")
        Initializer bias)
        implements Layer {
    @Override
    public String kind() {
        return "deconvolution";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        int in = ImageShape.channels(net.shape(x.raw()), at);
        T w = net.parameter(at.child("weights"), Shape.of(kernel, kernel, channels, in), weights);
        T y = net.conv2dTranspose(x.raw(), w, stride, pad);
        Scope place = at.child("bias");
        return x.with(
                tiedBias
                        ? net.biasAdd(y, net.parameter(place, Shape.of(channels), bias))
                        : net.add(y, net.parameter(place, net.shape(y).example(), bias)));
    }
}
