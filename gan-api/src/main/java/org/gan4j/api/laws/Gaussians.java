package org.gan4j.api.laws;

import java.util.function.DoubleUnaryOperator;

/** Theoretical values for real data N(0, 1) against generated data N(mu, 1), by quadrature and without any loss. */
public final class Gaussians {
    private static final double REACH = 12;
    private static final int NODES_PER_UNIT = 32;

    private Gaussians() {}

    /** E[f(z)] for z from N(0, 1), by the trapezoidal rule, which is exact to rounding for smooth f of moderate growth. */
    public static double mean(DoubleUnaryOperator f) {
        return integral(0, z -> density(z) * f.applyAsDouble(z));
    }

    /** The derivative by mu of 2·JSD(N(0, 1) ‖ N(mu, 1)); the saturating generator follows it when D is at its optimum. */
    public static double twiceJensenShannonSlope(double mu) {
        return FiniteDifference.atZero(t -> twiceJensenShannon(mu + t));
    }

    /** ∫ p·log(2p / (p + q)) + q·log(2q / (p + q)). */
    private static double twiceJensenShannon(double mu) {
        return integral(mu / 2, x -> {
            double p = density(x);
            double q = density(x - mu);
            return part(p, q) + part(q, p);
        });
    }

    private static double part(double p, double q) {
        return p == 0 ? 0 : p * Math.log(2 * p / (p + q));
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    private static double integral(double centre, DoubleUnaryOperator f) {
        double reach = REACH + Math.abs(centre);
        int half = (int) Math.ceil(reach * NODES_PER_UNIT);
        double sum = 0;
        for (int i = -half; i <= half; i++) {
            sum += f.applyAsDouble(centre + (double) i / NODES_PER_UNIT);
        }
        return sum / NODES_PER_UNIT;
    }
}
