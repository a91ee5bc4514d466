package org.gan4j.experiments.reproduce.figure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;

/**
 * Noise without chance: the quantiles (i + ½)/n in order, in place of n random numbers. A prior that makes its one number from one
 * number of noise, and keeps the order, then gives its own quantiles: pieces of the line that are equally likely.
 */
final class QuantileNoise implements Noise<Array> {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final RealAlgebra algebra = new RealAlgebra();
    private final int count;
    private int calls;

    private QuantileNoise(int count) {
        this.count = count;
    }

    /**
     * The quantiles (i + ½)/n of a prior, ascending.
     *
     * @throws InvalidInput if its draws are not one number, made from one
     */
    static double[] quantiles(Prior prior, int count) {
        if (prior.shape().size() != 1) {
            throw new InvalidInput(
                    "prior",
                    "figure 1 draws z on a line, so z is one number: prior.size=1; this prior draws "
                            + prior.shape().size());
        }
        double[] quantiles = prior.draw(new QuantileNoise(count)).raw().values().clone();
        Arrays.sort(quantiles);
        return quantiles;
    }

    @Override
    public NetAlgebra<Array> algebra() {
        return algebra;
    }

    @Override
    public Expr<Array> uniform(Shape example) {
        return draw(example, IntStream.range(0, count).mapToDouble(this::share).toArray());
    }

    @Override
    public Expr<Array> normal(Shape example) {
        return draw(
                example,
                IntStream.range(0, count)
                        .mapToDouble(i -> NORMAL.inverseCumulativeProbability(share(i)))
                        .toArray());
    }

    private double share(int i) {
        return (i + 0.5) / count;
    }

    private Expr<Array> draw(Shape example, double[] values) {
        if (calls++ > 0 || example.size() != 1) {
            throw new InvalidInput(
                    "prior",
                    "figure 1 needs the quantiles of the prior, which are known where it makes a draw from one number"
                            + " of noise, as uniform and gaussian do");
        }
        return Expr.of(algebra, new Array(example.prepend(count), values));
    }
}
