package org.gan4j.experiments.library.data.known;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;

/**
 * Isotropic Gaussians of equal weight and deviation: {@code p(x) = 1/K Σ_k N(x; c_k, deviation²·I)}.
 *
 * @param modes         the centres c_k, all of one dimension
 * @param modeDeviation standard deviation of each Gaussian in every direction
 */
record Mixture(List<double[]> modes, double modeDeviation) implements DrawnTruth {
    Mixture {
        modes = List.copyOf(modes);
        if (!(modeDeviation > 0)) {
            throw new IllegalArgumentException("the deviation must be greater than 0, not " + modeDeviation);
        }
    }

    int dimension() {
        return modes.get(0).length;
    }

    /**
     * One batch, [batch × dimension].
     *
     * <p>One uniform value u chooses the component: k where k/K ≤ u &lt; (k+1)/K, as a row of one 1 among K - 1 zeros. The
     * centre is the sum over that row and not a matrix product, which some GPUs compute from operands of 10 bits.
     */
    @Override
    public <T> Expr<T> draw(Noise<T> noise) {
        Expr<T> normal = noise.normal(Shape.of(dimension())).times(modeDeviation);
        if (modes.size() == 1) {
            return normal.plus(normal.with(noise.algebra().constant(Shape.of(1, dimension()), modes.get(0))));
        }
        Expr<T> choice = choice(noise);
        List<T> centre = IntStream.range(0, dimension())
                .mapToObj(axis ->
                        choice.times(row(noise.algebra(), choice, axis)).sum(1).raw())
                .toList();
        return normal.plus(
                normal.with(centre.size() == 1 ? centre.get(0) : noise.algebra().concat(1, centre)));
    }

    private <T> Expr<T> choice(Noise<T> noise) {
        int k = modes.size();
        NetAlgebra<T> algebra = noise.algebra();
        Expr<T> u = noise.uniform(Shape.of(1));
        Shape shape = Shape.of(1, k);
        double[] lower = IntStream.range(0, k).mapToDouble(i -> (double) i / k).toArray();
        double[] upper =
                IntStream.rangeClosed(1, k).mapToDouble(i -> (double) i / k).toArray();
        return u.with(algebra.constant(shape, upper))
                .greater(u)
                .minus(u.with(algebra.constant(shape, lower)).greater(u));
    }

    /** One coordinate of all centres, [1 × K]. */
    private <T> Expr<T> row(NetAlgebra<T> algebra, Expr<T> like, int axis) {
        double[] values = modes.stream().mapToDouble(centre -> centre[axis]).toArray();
        return like.with(algebra.constant(Shape.of(1, values.length), values));
    }

    @Override
    public double logDensity(double[] x) {
        double[] exponents = modes.stream()
                .mapToDouble(centre -> -squaredDistance(x, centre) / (2 * modeDeviation * modeDeviation))
                .toArray();
        double largest = Double.NEGATIVE_INFINITY;
        for (double exponent : exponents) {
            largest = Math.max(largest, exponent);
        }
        double sum = 0;
        for (double exponent : exponents) {
            sum += Math.exp(exponent - largest);
        }
        return largest
                + Math.log(sum / modes.size())
                - dimension() * (0.5 * Math.log(2 * Math.PI) + Math.log(modeDeviation));
    }

    private static double squaredDistance(double[] x, double[] centre) {
        double sum = 0;
        for (int i = 0; i < centre.length; i++) {
            sum += (x[i] - centre[i]) * (x[i] - centre[i]);
        }
        return sum;
    }
}
