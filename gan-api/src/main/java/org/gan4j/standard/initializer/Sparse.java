package org.gan4j.standard.initializer;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;

/**
 * Sparse weights of a matrix [in × out]: N(0, deviation²) for {@code nonZero} of the incoming weights of each unit,
 * chosen at random, and 0 for all others, so that a unit's input does not grow with the width of the layer before.
 *
 * <p>A weight is chosen if a random number of its own is below a threshold that is sought for each unit. Two numbers of float32
 * may be equal there: about one unit in 100,000 has a weight more.
 */
@About(value = "normal for some of each unit's incoming weights, else 0", source = "Martens 2010, ICML, section 5")
public record Sparse(
        @Param(value = "15", min = 1, doc = "incoming weights of a unit that are not 0")
        int nonZero,

        @Param(value = "1", min = 0, doc = "standard deviation of these")
        double deviation)
        implements Initializer {
    /**
     * The number of halvings after which an interval of length 1 is shorter than the spacing of float32 near the
     * threshold.
     */
    private static final int HALVINGS = 36;

    @Override
    public <T> Expr<T> values(Site<T> site) {
        if (site.shape().rank() != 2 || site.shape().dim(0) < nonZero) {
            throw new InvalidInput(
                    "",
                    "it takes a matrix [in × out] with at least " + nonZero + " incoming weights a unit, not "
                            + site.shape());
        }
        // A product is small where float32 is fine, so that equal numbers are rare.
        Expr<T> lot = site.uniform().times(site.uniform());
        Expr<T> low = lot.sum(0).times(0);
        Expr<T> high = low.plus(1);
        for (int i = 0; i < HALVINGS; i++) {
            Expr<T> middle = low.plus(high).times(0.5);
            Expr<T> enough = middle.greater(lot).sum(0).greater(nonZero - 0.5);
            high = enough.select(middle, high);
            low = enough.select(low, middle);
        }
        return site.normal().times(deviation).times(high.greater(lot));
    }
}
