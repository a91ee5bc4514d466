package org.gan4j.standard.conditional;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * (z, c): z from another prior, with the draws that it has alone, and after its values one for each class, which are 0 but for one
 * 1; every class is equally likely. With u ~ U[0, 1) the value of class k is 1 if k/n &lt; u ≤ (k + 1)/n, where the first class also
 * has u = 0.
 */
@About(
        value = "another prior's draws, and beside them a class as one 1 among zeros",
        source = "Mirza and Osindero 2014, arXiv:1411.1784, section 3.2")
public record CaptionedPrior(
        @Param(value = "uniform", doc = "the prior of z") Prior of,

        @Param(value = "10", min = 2, doc = "number of classes, all equally likely")
        int classes)
        implements Prior {
    public CaptionedPrior {
        if (of.shape().rank() != 1) {
            throw new IllegalArgumentException("a class can stand beside a vector; the prior 'of' draws " + of.shape());
        }
    }

    @Override
    public Shape shape() {
        return Shape.of(of.shape().size() + classes);
    }

    @Override
    public <T> Expr<T> draw(Noise<T> noise) {
        Expr<T> z = of.draw(noise);
        Expr<T> u = noise.uniform(Shape.of(1));
        NetAlgebra<T> algebra = noise.algebra();
        // Lower than any u, so that the first class has the draw 0 too.
        Expr<T> lower = u.greater(bounds(algebra, u, 0, -1));
        Expr<T> upper = u.greater(bounds(algebra, u, 1, 1));
        return z.with(algebra.concat(1, List.of(z.raw(), lower.minus(upper).raw())));
    }

    /** The bounds (k + shift)/n of the classes k, with another value for the one at 0. */
    private <T> Expr<T> bounds(NetAlgebra<T> algebra, Expr<T> like, int shift, double atZero) {
        double[] bounds = IntStream.range(shift, classes + shift)
                .mapToDouble(k -> k == 0 ? atZero : (double) k / classes)
                .toArray();
        return like.with(algebra.constant(Shape.of(1, classes), bounds));
    }

    /** The class of a draw. */
    public int read(float[] latent) {
        int from = of.shape().size();
        return IntStream.range(0, classes)
                .filter(label -> latent[from + label] == 1)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no class is 1 in this draw"));
    }
}
