package org.gan4j.experiments.reproduce.theory.setting;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.api.algebra.Expr;
import org.gan4j.plain.Array;
import org.gan4j.plain.PlainNoise;
import org.gan4j.plain.RealAlgebra;

/**
 * Independent draws from both sides of a pair. The arrays are not copied and not changed.
 *
 * @param real   x ~ p_data
 * @param latent z ~ p_z
 * @param fake   mean + sd·z, so x ~ p_g
 */
public record PairDraws(double[] real, double[] latent, double[] fake) {
    /**
     * Draws from the data set and the prior that experiments use.
     *
     * @param purpose names the stream: other purposes get other draws
     */
    public static PairDraws of(TheoryParts parts, NormalPair pair, int count, long seed, String purpose) {
        RealAlgebra algebra = new RealAlgebra();
        Expr<Array> real = parts.data().draw(PlainNoise.of(algebra, count, seed, purpose + " data"));
        Expr<Array> latent = parts.prior().draw(PlainNoise.of(algebra, count, seed, purpose + " noise"));
        double[] z = latent.raw().values();
        double[] fake = Arrays.stream(z).map(v -> pair.mean() + pair.sd() * v).toArray();
        return new PairDraws(real.raw().values(), z, fake);
    }

    /** Some function at each of some draws. */
    public static double[] each(double[] draws, DoubleUnaryOperator function) {
        return Arrays.stream(draws).map(function).toArray();
    }
}
