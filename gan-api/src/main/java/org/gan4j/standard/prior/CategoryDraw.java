package org.gan4j.standard.prior;

import java.util.stream.IntStream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;

/**
 * The draw of a class out of n, each equally likely, as one 1 among zeros. With u ~ U[0, 1) the value of class k is 1 if
 * k/n &lt; u ≤ (k + 1)/n, where the first class also has u = 0.
 */
public final class CategoryDraw {
    private CategoryDraw() {}

    /** Draws a batch, [batch × classes]. */
    public static <T> Expr<T> of(Noise<T> noise, int classes) {
        Expr<T> u = noise.uniform(Shape.of(1));
        NetAlgebra<T> algebra = noise.algebra();
        // Lower than any u, so that the first class has the draw 0 too.
        Expr<T> lower = u.greater(bounds(algebra, u, classes, 0, -1));
        Expr<T> upper = u.greater(bounds(algebra, u, classes, 1, 1));
        return lower.minus(upper);
    }

    /** Returns the bounds (k + shift)/n of the classes k, with another value for the one at 0. */
    private static <T> Expr<T> bounds(NetAlgebra<T> algebra, Expr<T> like, int classes, int shift, double atZero) {
        double[] bounds = IntStream.range(shift, classes + shift)
                .mapToDouble(k -> k == 0 ? atZero : (double) k / classes)
                .toArray();
        return like.with(algebra.constant(Shape.of(1, classes), bounds));
    }
}
