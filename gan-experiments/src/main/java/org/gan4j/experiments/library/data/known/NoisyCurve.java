package org.gan4j.experiments.library.data.known;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;

/**
 * Gaussian noise about a curve of the plane, even along its length L. The density {@code p(x) = 1/L ∫ N(x; c(s), deviation²·I) ds}
 * is the midpoint rule on K = ⌈L / deviation⌉ pieces of equal length, and draws come from these K points too, so density and draws
 * agree exactly. Points one deviation apart cannot be told from the curve: on a straight line the density between and at them
 * differs by 4·exp(-2π²), 1e-8 of it. A curve has no modes to count.
 *
 * @param mixture a Gaussian at each of the points
 */
record NoisyCurve(Mixture mixture) implements DrawnTruth {
    /** Draws choose among all points, so that more of them would cost more than the training. */
    private static final int MOST = 4096;

    /**
     * Creates a curve.
     *
     * @param point the point at a length from the curve's beginning
     */
    static NoisyCurve of(double length, double deviation, DoubleFunction<double[]> point) {
        int pieces = (int) Math.ceil(length / deviation);
        return new NoisyCurve(new Mixture(
                IntStream.range(0, pieces)
                        .mapToObj(k -> point.apply((k + 0.5) / pieces * length))
                        .toList(),
                deviation));
    }

    /**
     * Refuses a curve that is too long for its noise.
     *
     * @param remedy what makes it shorter
     */
    static void requireShort(double length, double deviation, String remedy) {
        double pieces = length / deviation;
        if (pieces > MOST) {
            throw new IllegalArgumentException("the curve is " + Math.round(pieces) + " deviations long, expected "
                    + MOST + " at most: " + remedy + " or a larger deviation");
        }
    }

    @Override
    public <T> Expr<T> draw(Noise<T> noise) {
        return mixture.draw(noise);
    }

    @Override
    public double logDensity(double[] x) {
        return mixture.logDensity(x);
    }

    @Override
    public List<double[]> modes() {
        return List.of();
    }

    @Override
    public List<double[]> centres() {
        return mixture.modes();
    }

    @Override
    public double modeDeviation() {
        return mixture.modeDeviation();
    }
}
