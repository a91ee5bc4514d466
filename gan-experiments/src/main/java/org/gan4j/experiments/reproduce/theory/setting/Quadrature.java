package org.gan4j.experiments.reproduce.theory.setting;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Gauss-Legendre quadrature in equal panels over all of a pair's mass but 1e-18. A panel is half the smaller deviation wide; D* of
 * two normal distributions has its poles so far from the line that 20 points a panel err by less than 1e-12.
 */
public record Quadrature(double from, double width, int panels) {
    /** The largest error of quadrature and rounding together. */
    public static final double PRECISION = 1e-9;

    /** The number of deviations over which either density is followed. */
    private static final double REACH = 9;

    private static final int POINTS = 20;

    static Quadrature over(NormalPair pair) {
        double from = Math.min(-REACH, pair.mean() - REACH * pair.sd());
        double to = Math.max(REACH, pair.mean() + REACH * pair.sd());
        double width = Math.min(1, pair.sd()) / 2;
        return new Quadrature(from, width, (int) Math.ceil((to - from) / width));
    }

    double integral(DoubleUnaryOperator f) {
        GaussIntegratorFactory factory = new GaussIntegratorFactory();
        double sum = 0;
        for (int i = 0; i < panels; i++) {
            GaussIntegrator panel = factory.legendre(POINTS, from + i * width, from + (i + 1) * width);
            sum += panel.integrate(f::applyAsDouble);
        }
        return sum;
    }
}
