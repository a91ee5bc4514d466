package org.gan4j.api.laws;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gan4j.api.Law;
import org.gan4j.api.Loss;
import org.gan4j.api.train.Player;

/**
 * Building blocks with which a loss states its theory as laws, one line each. {@link #optimum} suits losses whose
 * discriminator objective is an expectation over real plus one over generated examples; the laws on three points suit any.
 *
 * <p>Notation: p and q are the densities of real and generated data at one point, a is a logit, D = sigmoid(a), and V is the
 * value of the game to the discriminator, -L_D.
 */
public record ClosedForms(Objective discriminator, Objective generator) {
    /** The bound beyond which logits count as infinite. */
    private static final double EDGE = 64;

    private static final double HALVINGS = 100;

    /** The masses of real and of generated examples at three points, in tenths; their ratios p / q are 5, 1 and 1/3. */
    private static final int[] REAL_TENTHS = {5, 3, 2};

    private static final int[] FAKE_TENTHS = {1, 3, 6};
    private static final int TENTHS = 10;
    private static final double BY_QUADRATURE = 1e-8;

    /** Creates the closed forms of one loss. */
    public static ClosedForms of(Loss loss) {
        return new ClosedForms(new Objective(loss, Player.DISCRIMINATOR), new Objective(loss, Player.GENERATOR));
    }

    /**
     * The logit at which the discriminator's objective is least, at a point with masses p and q, found by bisection of
     * its slope. For D* = p / (p + q) the expected logit is log(p / q).
     */
    public Law optimum(double p, double q, double expectedLogit) {
        return Law.of(
                "the best discriminator at masses p = " + Law.text(p) + ", q = " + Law.text(q),
                "argmin over a of p·L_D(real = a) + q·L_D(fake = a)",
                expectedLogit,
                () -> bestLogit(p, q));
    }

    private double bestLogit(double p, double q) {
        DoubleUnaryOperator slope = a -> p * discriminator.realSlope(a, 0) + q * discriminator.fakeSlope(0, a);
        double low = -EDGE;
        double high = EDGE;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (slope.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The game's value V = -L_D under the best discriminator where real and generated data are alike. */
    public Law valueAtEquality(double expected) {
        return Law.of("the value of the game at p = q", "max over a of -L_D(real = a, fake = a)", expected, () -> {
            double a = bestLogit(1, 1);
            return -discriminator.value(a, a);
        });
    }

    /**
     * L_D against binary cross entropy, that is -(log D(x) for real, log(1 - D(x)) for generated), averaged over a set in which
     * both are equally frequent and computed without the algebra. The paper's text has the factor 2: -V = 2·BCE.
     */
    public Law crossEntropy(double factor) {
        double[] real = {-1.5, 0.25, 3};
        double[] fake = {-2.5, 0.5, 1};
        double expected = factor
                * IntStream.range(0, real.length)
                        .mapToDouble(i -> -Math.log(sigmoid(real[i])) - Math.log(1 - sigmoid(fake[i])))
                        .sum()
                / (real.length + fake.length);
        return Law.of(
                "the discriminator is trained by maximum likelihood",
                "L_D = " + Law.text(factor) + "·BCE over a balanced set",
                expected,
                () -> discriminator.value(real, fake));
    }

    /**
     * The best discriminator where real and generated examples lie on three points: no logit has a slope there.
     *
     * @param logit its logit at the ratio p / q of the masses
     */
    public Law bestOnThreePoints(DoubleUnaryOperator logit) {
        return Law.of(
                "the best discriminator on three points", "max |dL_D/da| over the logits of the points = 0", 0, () -> {
                    double[] logits = logits(logit);
                    return IntStream.range(0, logits.length)
                            .mapToDouble(point -> Math.abs(slopeOnPoints(logits, point)))
                            .max()
                            .orElseThrow();
                });
    }

    /**
     * The game's value V = -L_D where real and generated examples lie on three points.
     *
     * @param logit the discriminator's logit at the ratio p / q of the masses
     */
    public Law valueOnThreePoints(DoubleUnaryOperator logit, double expected) {
        return Law.of("the value of the game on three points", "-L_D at these logits of the points", expected, () -> {
            double[] logits = logits(logit);
            return -discriminator.value(realOfAllPairs(logits), fakeOfAllPairs(logits));
        });
    }

    /** Returns E[f(p / q)] over the generated examples on the three points: a divergence, for example. */
    public static double generatedMean(DoubleUnaryOperator f) {
        return pairMean((real, fake) -> f.applyAsDouble(fake));
    }

    /** Returns E[f(p / q at a real example, p / q at a generated one)] over all pairs on the three points. */
    public static double pairMean(DoubleBinaryOperator f) {
        double[] ratios = logits(ratio -> ratio);
        double[] real = realOfAllPairs(ratios);
        double[] fake = fakeOfAllPairs(ratios);
        return IntStream.range(0, real.length)
                .mapToDouble(i -> f.applyAsDouble(real[i], fake[i]))
                .average()
                .orElseThrow();
    }

    private double slopeOnPoints(double[] logits, int point) {
        double[] direction = new double[logits.length];
        direction[point] = 1;
        return discriminator.slope(
                realOfAllPairs(logits), fakeOfAllPairs(logits), realOfAllPairs(direction), fakeOfAllPairs(direction));
    }

    private static double[] logits(DoubleUnaryOperator ofRatio) {
        return IntStream.range(0, REAL_TENTHS.length)
                .mapToDouble(i -> ofRatio.applyAsDouble(REAL_TENTHS[i] / (double) FAKE_TENTHS[i]))
                .toArray();
    }

    /** A batch in which each real example is paired with each generated one, for losses that compare pairs. */
    private static double[] realOfAllPairs(double[] values) {
        double[] batch = batch(values, REAL_TENTHS);
        return IntStream.range(0, TENTHS * TENTHS)
                .mapToDouble(i -> batch[i / TENTHS])
                .toArray();
    }

    private static double[] fakeOfAllPairs(double[] values) {
        double[] batch = batch(values, FAKE_TENTHS);
        return IntStream.range(0, TENTHS * TENTHS)
                .mapToDouble(i -> batch[i % TENTHS])
                .toArray();
    }

    private static double[] batch(double[] values, int[] tenths) {
        return IntStream.range(0, values.length)
                .boxed()
                .flatMapToDouble(i -> DoubleStream.generate(() -> values[i]).limit(tenths[i]))
                .toArray();
    }

    private static double sigmoid(double a) {
        return 1 / (1 + Math.exp(-a));
    }

    /**
     * The generator's total gradient under the best discriminator: real data N(0, 1), generated data x = mu + z with z from
     * N(0, 1), logit a(x) = log p(x)/q(x) = mu²/2 - mu·x held while mu moves the samples; by quadrature over z.
     */
    public Law generatorGradient(double mu, double expected) {
        return generatorGradient(mu, logRatio -> logRatio, expected);
    }

    /** The same for a discriminator whose best logit is another function of log p(x)/q(x). */
    public Law generatorGradient(double mu, DoubleUnaryOperator logit, double expected) {
        return Law.of(
                BY_QUADRATURE,
                "the generator's gradient at D* for N(0, 1) against N(" + Law.text(mu) + ", 1)",
                "d/dmu E[L_G(fake = a(mu + z))], a(x) the best logit",
                () -> expected,
                () -> Gaussians.mean(z -> {
                    double logRatio = mu * mu / 2 - mu * (mu + z);
                    double slope = FiniteDifference.atZero(t -> logit.applyAsDouble(logRatio + t));
                    return -mu * slope * generator.fakeSlope(0, logit.applyAsDouble(logRatio));
                }));
    }

    /** The derivative of the generator's objective by the logit of a generated example. */
    public Law generatorSlope(double logit, double expected) {
        return Law.of(
                "the generator's slope at logit " + Law.text(logit),
                "dL_G/da at a = " + Law.text(logit),
                expected,
                () -> generator.fakeSlope(0, logit));
    }

    /** The derivative of the discriminator's objective by the logit of a real example. */
    public Law discriminatorRealSlope(double logit, double expected) {
        return Law.of(
                "the discriminator's slope at a real example of logit " + Law.text(logit),
                "dL_D/da at real a = " + Law.text(logit),
                expected,
                () -> discriminator.realSlope(logit, 0));
    }

    /** The derivative of the discriminator's objective by the logit of a generated example. */
    public Law discriminatorFakeSlope(double logit, double expected) {
        return Law.of(
                "the discriminator's slope at a generated example of logit " + Law.text(logit),
                "dL_D/da at fake a = " + Law.text(logit),
                expected,
                () -> discriminator.fakeSlope(0, logit));
    }
}
