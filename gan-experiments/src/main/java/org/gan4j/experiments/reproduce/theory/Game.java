package org.gan4j.experiments.reproduce.theory;

import org.gan4j.api.Loss;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.train.Player;

/**
 * The game under a loss, point by point: what the discriminator gains, in V = -L_D, and what the generator loses, at a place of
 * given masses and logit. Only for losses that are an expectation over real plus one over generated examples.
 */
record Game(Objective discriminator, Objective generator) {
    /** Logits beyond ±this are as good as infinite. */
    private static final double EDGE = 64;

    /** 128 / 2⁵⁰ is below 1e-12, and V is flat where it is greatest. */
    private static final int HALVINGS = 50;

    static Game of(Loss loss) {
        return new Game(new Objective(loss, Player.DISCRIMINATOR), new Objective(loss, Player.GENERATOR));
    }

    /** What a place adds to V, where the data have the mass p, the generator q, and the discriminator says a. */
    double value(double p, double q, double a) {
        double both = discriminator.value(0, 0) / 2;
        return -p * (discriminator.value(a, 0) - both) - q * (discriminator.value(0, a) - both);
    }

    /** The logit at which {@link #value} is greatest, found by bisection of its slope. */
    double best(double p, double q) {
        double low = -EDGE;
        double high = EDGE;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (p * discriminator.realSlope(middle, 0) + q * discriminator.fakeSlope(0, middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The greatest {@link #value}. */
    double greatest(double p, double q) {
        return p + q == 0 ? 0 : value(p, q, best(p, q));
    }
}
