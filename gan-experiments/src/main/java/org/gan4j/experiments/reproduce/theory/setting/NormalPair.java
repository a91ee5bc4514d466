package org.gan4j.experiments.reproduce.theory.setting;

import java.util.function.DoubleUnaryOperator;

/**
 * Real data N(0, 1) against generated data N(mean, sd²), and all that is known of the two without any training: p is the density
 * of the data, q that of the generator, m = (p + q)/2.
 */
public record NormalPair(double mean, double sd) {
    private static final double HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

    public double logData(double x) {
        return -x * x / 2 - HALF_LOG_TWO_PI;
    }

    public double logFake(double x) {
        double z = (x - mean) / sd;
        return -z * z / 2 - HALF_LOG_TWO_PI - Math.log(sd);
    }

    public double data(double x) {
        return Math.exp(logData(x));
    }

    public double fake(double x) {
        return Math.exp(logFake(x));
    }

    public double logMixture(double x) {
        double larger = Math.max(logData(x), logFake(x));
        return larger + Math.log((Math.exp(logData(x) - larger) + Math.exp(logFake(x) - larger)) / 2);
    }

    /** The coefficients of log p(x)/q(x) = log D*(x)/(1 - D*(x)) on 1, x, x². */
    public double[] logOdds() {
        double precision = 1 / (sd * sd);
        return new double[] {Math.log(sd) + mean * mean * precision / 2, -mean * precision, (precision - 1) / 2};
    }

    /** log p(x)/q(x), the logit of D*. */
    public double logOdds(double x) {
        double[] c = logOdds();
        return c[0] + x * (c[1] + x * c[2]);
    }

    /** The derivative of {@link #logOdds(double)} by x. */
    public double logOddsSlope(double x) {
        double[] c = logOdds();
        return c[1] + 2 * x * c[2];
    }

    /** KL(p ‖ m), by quadrature. */
    public double dataToMixture() {
        return integral(x -> data(x) * (logData(x) - logMixture(x)));
    }

    /** KL(q ‖ m), by quadrature. */
    public double fakeToMixture() {
        return integral(x -> fake(x) * (logFake(x) - logMixture(x)));
    }

    /** JSD(p ‖ q) as the mixture's entropy, by quadrature, less the mean of the two entropies log(sd·√(2πe)). */
    public double jensenShannon() {
        double mixture = -integral(x -> Math.exp(logMixture(x)) * logMixture(x));
        return mixture - (2 * HALF_LOG_TWO_PI + 1 + Math.log(sd)) / 2;
    }

    /** ∂(2·JSD)/∂mean and ∂(2·JSD)/∂sd, as ∫ log(q/m)·∂q: what moves is the density, not the draws. */
    public double[] twiceJensenShannonSlopes() {
        return new double[] {
            integral(x -> fake(x) * (x - mean) / (sd * sd) * (logFake(x) - logMixture(x))),
            integral(x -> {
                double z = (x - mean) / sd;
                return fake(x) * (z * z - 1) / sd * (logFake(x) - logMixture(x));
            })
        };
    }

    /** The same of KL(q ‖ p) = (mean² + sd² - 1)/2 - log sd. */
    public double[] divergenceSlopes() {
        return new double[] {mean, sd - 1 / sd};
    }

    /** ∫ f(x) dx for an f that is small wherever p and q are. */
    public double integral(DoubleUnaryOperator f) {
        return Quadrature.over(this).integral(f);
    }
}
