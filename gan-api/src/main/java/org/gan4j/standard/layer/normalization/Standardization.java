package org.gan4j.standard.layer.normalization;

import java.util.stream.IntStream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.standard.initializer.Constant;

/** The last part that normalisations have in common: y = scale·(x - mean) / √(variance + epsilon) + shift, for each channel. */
record Standardization(double epsilon) {
    /** Returns the number of channels, which are the last axis. */
    static int channels(Shape x, Scope at) {
        if (x.rank() < 2) {
            throw new IllegalArgumentException(
                    at + " expects vectors [batch×width] or images [batch×height×width×channels], got " + x);
        }
        return x.dim(-1);
    }

    /** Returns the axes from one to another, which is not included. */
    static int[] axes(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    <T> Expr<T> of(NetAlgebra<T> net, Scope at, Expr<T> x, Expr<T> mean, Expr<T> variance) {
        Shape channels = Shape.of(channels(net.shape(x.raw()), at));
        Expr<T> scale = x.with(net.parameter(at.child("scale"), channels, new Constant(1)));
        Expr<T> shift = x.with(net.parameter(at.child("shift"), channels, new Constant(0)));
        return x.minus(mean).over(variance.plus(epsilon).sqrt()).times(scale).plus(shift);
    }

    /** Standardises each example by its own mean and variance over some axes. */
    <T> Expr<T> alone(NetAlgebra<T> net, Scope at, Expr<T> x, int... axes) {
        Expr<T> mean = x.mean(axes);
        return of(net, at, x, mean, x.minus(mean).square().mean(axes));
    }
}
