package org.gan4j.standard.layer.convolution;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** Takes the mean of each square: from [batch × height × width × n] to [batch × height/factor × width/factor × n]. */
@About("smaller images, in which each value is the mean of a square")
public record Downsample(
        @Param(value = "2", min = 1, doc = "height and width of the square")
        int factor) implements Layer {
    @Override
    public String kind() {
        return "downsample";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        Shape shape = net.shape(x.raw());
        int channels = ImageShape.channels(shape, at);
        int height = shape.dim(1);
        int width = shape.dim(2);
        if (height % factor != 0 || width % factor != 0) {
            throw new IllegalArgumentException(
                    at + " expects images whose sides are multiples of " + factor + ", got " + shape);
        }
        T rows = net.mean(net.reshape(x.raw(), Shape.of(Shape.ANY, height / factor, factor, width * channels)), 2);
        int places = height / factor * (width / factor);
        T both = net.mean(net.reshape(rows, Shape.of(Shape.ANY, places, factor, channels)), 2);
        return x.with(net.reshape(both, Shape.of(Shape.ANY, height / factor, width / factor, channels)));
    }
}
