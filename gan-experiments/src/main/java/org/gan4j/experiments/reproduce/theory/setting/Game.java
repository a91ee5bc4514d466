package org.gan4j.experiments.reproduce.theory.setting;

import java.util.function.DoubleUnaryOperator;
import org.gan4j.api.Loss;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.train.Player;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * The game under a loss, place by place: what the discriminator gains in V = -L_D, and what the generator loses, at a place of
 * given masses and logit. Only for losses that are an expectation over real plus one over generated examples.
 */
public record Game(Objective discriminator, Objective generator) {
    /** Logits beyond ±this are as good as infinite. */
    private static final double EDGE = 64;

    /** The precision of the logit; V is flat where it is greatest, so the value is more precise by far. */
    private static final double PRECISION = 1e-12;

    private static final int ORDER = 5;
    private static final int MOST = 200;

    public static Game of(Loss loss) {
        return new Game(new Objective(loss, Player.DISCRIMINATOR), new Objective(loss, Player.GENERATOR));
    }

    /** V, as training sees it: from the logits of a batch of real and one of generated examples. */
    public double value(double[] real, double[] fake) {
        return -discriminator.value(real, fake);
    }

    /** Returns what a place adds to V, where the data have the mass p, the generator q, and the discriminator says a. */
    public double value(double p, double q, double a) {
        double both = discriminator.value(0, 0) / 2;
        return -p * (discriminator.value(a, 0) - both) - q * (discriminator.value(0, a) - both);
    }

    /** The logit at which {@link #value(double, double, double)} is greatest: where its slope changes sign. */
    public double best(double p, double q) {
        DoubleUnaryOperator slope = a -> p * discriminator.realSlope(a, 0) + q * discriminator.fakeSlope(0, a);
        if (slope.applyAsDouble(-EDGE) >= 0) {
            return -EDGE;
        } else if (slope.applyAsDouble(EDGE) <= 0) {
            return EDGE;
        }
        return new BracketingNthOrderBrentSolver(PRECISION, PRECISION, 0, ORDER)
                .solve(MOST, slope::applyAsDouble, -EDGE, EDGE);
    }

    /** The greatest {@link #value(double, double, double)}. */
    public double greatest(double p, double q) {
        return p + q == 0 ? 0 : value(p, q, best(p, q));
    }

    /** C: the greatest V against a generator on finitely many places. */
    public double greatest(Atoms p, Atoms q) {
        double sum = 0;
        for (int i = 0; i < p.size(); i++) {
            sum += greatest(p.mass(i), q.mass(i));
        }
        return sum;
    }

    /** Returns what the generator loses by an example of logit a. */
    public double cost(double a) {
        return generator.value(0, a);
    }

    /** The derivative of {@link #cost}. */
    public double costSlope(double a) {
        return generator.fakeSlope(0, a);
    }
}
