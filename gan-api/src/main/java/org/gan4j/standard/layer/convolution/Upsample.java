package org.gan4j.standard.layer.convolution;

import java.util.Collections;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** Repeats each value factor × factor times: from [batch × height × width × n] to [batch × factor·height × factor·width × n]. */
@About("larger images, in which each value fills a square")
public record Upsample(
        @Param(value = "2", min = 1, doc = "height and width of the square")
        int factor) implements Layer {
    @Override
    public String kind() {
        return "upsample";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        Shape shape = net.shape(x.raw());
        int channels = ImageShape.channels(shape, at);
        int height = shape.dim(1);
        int width = shape.dim(2);
        T columns = repeat(net, net.reshape(x.raw(), Shape.of(Shape.ANY, height * width, 1, channels)));
        T rows = repeat(net, net.reshape(columns, Shape.of(Shape.ANY, height, 1, factor * width * channels)));
        return x.with(net.reshape(rows, Shape.of(Shape.ANY, factor * height, factor * width, channels)));
    }

    private <T> T repeat(NetAlgebra<T> net, T x) {
        return net.concat(2, Collections.nCopies(factor, x));
    }
}
