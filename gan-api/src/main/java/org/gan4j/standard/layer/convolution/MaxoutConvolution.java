package org.gan4j.standard.layer.convolution;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.standard.initializer.Constant;

/**
 * Convolutional maxout: of x ∗ W + b, the largest of each channel's pieces, then the largest in each window of pool × pool. x
 * [batch × height × width × n], W [kernel × kernel × n × pieces·channels], b [pieces·channels].
 *
 * <p>After the convolution images are height + 2·pad - kernel + 1 high, after pooling (that - pool) / poolStride + 1, rounded
 * up: the last window may reach over the edge. Their width likewise.
 */
@About(
        value = "convolution, the largest of several maps, and pooling",
        source = "Goodfellow et al. 2013, arXiv:1302.4389, section 2; MaxoutConvC01B of its published code")
public record MaxoutConvolution(
        @Param(min = 1, doc = "channels of the output") int channels,

        @Param(value = "2", min = 1, doc = "convolutions to take the largest of")
        int pieces,

        @Param(min = 1, doc = "height and width of the kernel")
        int kernel,

        @Param(value = "0", min = 0, doc = "zeros put around each image")
        int pad,

        @Param(value = "1", min = 1, doc = "height and width of the windows to take the largest value of")
        int pool,

        @Param(value = "1", min = 1, doc = "values from one window to the next, at most pool")
        int poolStride,

        @Param(value = "glorot", doc = "first values of W") Initializer weights)
        implements Layer {
    @Override
    public String kind() {
        return "maxoutconvolution";
    }

    public MaxoutConvolution {
        if (poolStride > pool) {
            throw new IllegalArgumentException(
                    "poolStride " + poolStride + " would leave out values between windows of " + pool + "×" + pool);
        }
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        int in = ImageShape.channels(net.shape(x.raw()), at);
        T w = net.parameter(at.child("weights"), Shape.of(kernel, kernel, in, pieces * channels), weights);
        T b = net.parameter(at.child("bias"), Shape.of(pieces * channels), new Constant(0));
        T affine = net.biasAdd(net.conv2d(x.raw(), w, 1, pad), b);
        Shape shape = net.shape(affine);
        T largest = pieces == 1 ? affine : largest(net, affine, shape.dim(1), shape.dim(2));
        return x.with(pool == 1 ? largest : net.maxPool(largest, pool, poolStride));
    }

    private <T> T largest(NetAlgebra<T> net, T affine, int height, int width) {
        T stacked = net.reshape(affine, Shape.of(Shape.ANY, height * width, pieces, channels));
        return net.reshape(net.max(stacked, 2), Shape.of(Shape.ANY, height, width, channels));
    }
}
