package org.gan4j.experiments.reproduce.theory;

import static org.gan4j.experiments.reproduce.theory.setting.PairDraws.each;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.gan4j.api.laws.Objective;
import org.gan4j.experiments.reproduce.theory.setting.PairDraws;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Discriminators whose logit is w·(1, x, x²); D* of two normal distributions is one of them. The discriminator's objective over a
 * sample is minimised by Newton's method: slopes by dual numbers through the loss, curvature as Fisher's information.
 */
record LogisticFamily(Objective discriminator, PairDraws draws) {
    private static final int FEATURES = 3;
    private static final int STEPS = 100;
    private static final int HALVINGS = 30;

    /** A change of the objective that is lost in rounding. */
    private static final double RESTED = 1e-14;

    /** The weights that fit best, each with the standard error that the sample leaves it. */
    record Fit(double[] weights, double[] standardErrors) {}

    Fit fit() {
        RealVector w = MatrixUtils.createRealVector(new double[FEATURES]);
        for (int step = 0; step < STEPS; step++) {
            RealVector slope = slope(w);
            RealVector move = MatrixUtils.inverse(curvature(w)).operate(slope);
            if (move.dotProduct(slope) < RESTED) {
                break;
            }
            w = downhill(w, move);
        }
        return new Fit(w.toArray(), errors(w));
    }

    /** The step of Newton, halved until the objective falls. */
    private RealVector downhill(RealVector w, RealVector move) {
        double before = objective(w);
        RealVector to = w.subtract(move);
        for (int i = 0; i < HALVINGS && objective(to) > before; i++) {
            to = to.add(w).mapDivide(2);
        }
        return to;
    }

    private double objective(RealVector w) {
        return discriminator.value(logits(w, draws.real()), logits(w, draws.fake()));
    }

    private RealVector slope(RealVector w) {
        double[] real = logits(w, draws.real());
        double[] fake = logits(w, draws.fake());
        return MatrixUtils.createRealVector(IntStream.range(0, FEATURES)
                .mapToDouble(k -> discriminator.slope(
                        real, fake, each(draws.real(), x -> feature(k, x)), each(draws.fake(), x -> feature(k, x))))
                .toArray());
    }

    private RealMatrix curvature(RealVector w) {
        return moments(draws.real(), x -> spread(w, x)).add(moments(draws.fake(), x -> spread(w, x)));
    }

    /**
     * White's sandwich, which is right for two samples of fixed size: the inverse curvature around the covariance of what single
     * draws add to the slope, -(1 - D)·(1, x, x²) of the data and D·(1, x, x²) of the generator.
     */
    private double[] errors(RealVector w) {
        RealMatrix bread = MatrixUtils.inverse(curvature(w));
        RealMatrix filling = covariance(draws.real(), x -> 1 - probability(w, x))
                .add(covariance(draws.fake(), x -> probability(w, x)));
        RealMatrix both = bread.multiply(filling).multiply(bread);
        return IntStream.range(0, FEATURES)
                .mapToDouble(k -> Math.sqrt(both.getEntry(k, k)))
                .toArray();
    }

    /** Returns the covariance of the mean of share(x)·(1, x, x²). */
    private static RealMatrix covariance(double[] sample, DoubleUnaryOperator share) {
        RealVector mean = MatrixUtils.createRealVector(IntStream.range(0, FEATURES)
                .mapToDouble(k -> mean(each(sample, x -> share.applyAsDouble(x) * feature(k, x))))
                .toArray());
        RealMatrix squares = moments(sample, x -> share.applyAsDouble(x) * share.applyAsDouble(x));
        return squares.subtract(mean.outerProduct(mean)).scalarMultiply(1.0 / sample.length);
    }

    /** The mean of weight(x)·(1, x, x²)ᵀ(1, x, x²). */
    private static RealMatrix moments(double[] sample, DoubleUnaryOperator weight) {
        double[] weights = each(sample, weight);
        RealMatrix moments = MatrixUtils.createRealMatrix(FEATURES, FEATURES);
        for (int i = 0; i < sample.length; i++) {
            for (int j = 0; j < FEATURES; j++) {
                for (int k = 0; k < FEATURES; k++) {
                    double product = feature(j, sample[i]) * feature(k, sample[i]);
                    moments.addToEntry(j, k, weights[i] * product / sample.length);
                }
            }
        }
        return moments;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double[] logits(RealVector w, double[] sample) {
        return each(sample, x -> logit(w, x));
    }

    private static double logit(RealVector w, double x) {
        return w.getEntry(0) + x * (w.getEntry(1) + x * w.getEntry(2));
    }

    private static double probability(RealVector w, double x) {
        return 1 / (1 + Math.exp(-logit(w, x)));
    }

    /** D·(1 - D). */
    private static double spread(RealVector w, double x) {
        double d = probability(w, x);
        return d * (1 - d);
    }

    private static double feature(int k, double x) {
        return k == 0 ? 1 : k == 1 ? x : x * x;
    }
}
