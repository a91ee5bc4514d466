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
 * y = x ∗ W + b: x [batch × height × width × n], W [kernel × kernel × n × channels], b [channels]. The result is
 * (height + 2·pad - kernel) / stride + 1 high, rounded down, and as much wide; the kernel is not flipped.
 */
@About(value = "convolution with a bias for each channel", source = "LeCun et al. 1989, Neural Computation 1(4)")
public record Convolution(
        @Param(min = 1, doc = "channels of the output") int channels,

        @Param(min = 1, doc = "height and width of the kernel")
        int kernel,

        @Param(value = "1", min = 1, doc = "values from one place of the kernel to the next")
        int stride,

        @Param(value = "0", min = 0, doc = "zeros put around each image")
        int pad,

        @Param(value = "glorot", doc = "first values of W") Initializer weights,

        @Param(value = "constant", doc = "first values of b")
        Initializer bias)
        implements Layer {
    @Override
    public String kind() {
        return "convolution";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        int in = ImageShape.channels(net.shape(x.raw()), at);
        T w = net.parameter(at.child("weights"), Shape.of(kernel, kernel, in, channels), weights);
        T b = net.parameter(at.child("bias"), Shape.of(channels), bias);
        return x.with(net.biasAdd(net.conv2d(x.raw(), w, stride, pad), b));
    }
}
