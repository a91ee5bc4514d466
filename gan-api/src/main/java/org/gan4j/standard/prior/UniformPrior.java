package org.gan4j.standard.prior;

import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** z ~ U(-range, range), each value on its own; the default range √3 has unit variance. */
@About(
        value = "independent uniform values",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 5; range from its code")
public record UniformPrior(
        @Param(value = "100", min = 1, doc = "values of one draw")
        int size,

        @Param(value = "1.7320508075688772", min = 0, doc = "largest absolute value")
        double range)
        implements Prior {
    @Override
    public Shape shape() {
        return Shape.of(size);
    }

    @Override
    public <T> Expr<T> draw(Noise<T> noise) {
        return noise.uniform(shape()).times(2 * range).minus(range);
    }
}
