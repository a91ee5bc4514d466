package org.gan4j.standard.conditional;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.standard.prior.CategoryDraw;

/**
 * (z, c): z from another prior, with the draws that it has alone, and after its values a class as a {@link CategoryDraw}.
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
        Expr<T> label = CategoryDraw.of(noise, classes);
        return z.with(noise.algebra().concat(1, List.of(z.raw(), label.raw())));
    }

    @Override
    public List<Code> codes() {
        return List.of(Code.categorical(classes));
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
