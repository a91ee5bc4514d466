package org.gan4j.experiments.reproduce.theory;

import java.util.SplittableRandom;
import org.gan4j.api.laws.Objective;

/**
 * A discriminator that is free to say anything at each of a few places, trained by gradient ascent on V over a batch in which each
 * place stands as often as its mass demands. Slopes are dual numbers through the loss.
 */
record FreeLogits(Objective discriminator, long seed) {
    private static final int PLACES = 10;

    /** Examples of each side; every place has one of each, so that its D* is neither 0 nor 1. */
    private static final int BATCH = 200;

    /** Slopes below this leave D off by less than 1e-10/(p + q), so by 1e-8. */
    private static final double RESTED = 1e-10;

    private static final int STEPS = 5000;

    /** The largest |D - p/(p + q)| over the places once the ascent has come to rest. */
    double distance() {
        SplittableRandom random = new SplittableRandom(seed);
        int[] real = places(random);
        int[] fake = places(random);
        double[] p = masses(real);
        double[] q = masses(fake);
        double[] logits = ascended(real, fake, rate(p, q));
        double largest = 0;
        for (int i = 0; i < PLACES; i++) {
            double d = 1 / (1 + Math.exp(-logits[i]));
            largest = Math.max(largest, Math.abs(d - p[i] / (p[i] + q[i])));
        }
        return largest;
    }

    /** Returns the place at which each example of a batch lies. */
    private static int[] places(SplittableRandom random) {
        int[] places = new int[BATCH];
        for (int n = 0; n < BATCH; n++) {
            // The square prefers the first places, in another order for each side, so that p and q differ.
            int drawn = (int) (PLACES * random.nextDouble() * random.nextDouble());
            places[n] = n < PLACES ? n : drawn;
        }
        int shift = random.nextInt(PLACES);
        for (int n = 0; n < BATCH; n++) {
            places[n] = (places[n] + shift) % PLACES;
        }
        return places;
    }

    private static double[] masses(int[] places) {
        double[] masses = new double[PLACES];
        for (int place : places) {
            masses[place] += 1.0 / places.length;
        }
        return masses;
    }

    /** The inverse of the greatest curvature, (p + q)/4 at a logit of 0: no step overshoots. */
    private static double rate(double[] p, double[] q) {
        double largest = 0;
        for (int i = 0; i < PLACES; i++) {
            largest = Math.max(largest, p[i] + q[i]);
        }
        return 4 / largest;
    }

    private double[] ascended(int[] real, int[] fake, double rate) {
        double[] logits = new double[PLACES];
        double steepest = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS && steepest > RESTED; step++) {
            double[] slopes = new double[PLACES];
            steepest = 0;
            for (int i = 0; i < PLACES; i++) {
                slopes[i] = discriminator.slope(at(real, logits), at(fake, logits), is(real, i), is(fake, i));
                steepest = Math.max(steepest, Math.abs(slopes[i]));
            }
            for (int i = 0; i < PLACES; i++) {
                logits[i] -= rate * slopes[i];
            }
        }
        return logits;
    }

    private static double[] at(int[] places, double[] values) {
        double[] at = new double[places.length];
        for (int n = 0; n < at.length; n++) {
            at[n] = values[places[n]];
        }
        return at;
    }

    private static double[] is(int[] places, int place) {
        double[] is = new double[places.length];
        for (int n = 0; n < is.length; n++) {
            is[n] = places[n] == place ? 1 : 0;
        }
        return is;
    }
}
