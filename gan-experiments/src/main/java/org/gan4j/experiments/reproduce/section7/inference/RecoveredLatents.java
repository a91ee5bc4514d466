package org.gan4j.experiments.reproduce.section7.inference;

import org.gan4j.api.data.FloatTensor;

/**
 * The errors of latent draws that were found again, and of what was made of them. All are means over draws and values.
 *
 * @param error    of (E(G(z)) - z)²
 * @param variance of the same draws: the error of one who always answers with their mean
 * @param rebuilt  of (G(E(x)) - x)², x = G(z)
 * @param apart    of the squared difference of two samples: of one who answers with another's z
 */
record RecoveredLatents(double error, double variance, double rebuilt, double apart) {
    static RecoveredLatents of(FloatTensor z, FloatTensor found, FloatTensor x, FloatTensor again) {
        return new RecoveredLatents(meanSquare(z, found, 0), variance(z), meanSquare(x, again, 0), meanSquare(x, x, 1));
    }

    /** The error as a share of the variance: 1 for one who knows nothing. */
    double share() {
        return error / variance;
    }

    /** Returns the mean squared difference between each example and the one so many further on, around the end. */
    private static double meanSquare(FloatTensor a, FloatTensor b, int further) {
        float[] left = a.values();
        float[] right = b.values();
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            double difference = left[i] - right[(i + further * b.width()) % right.length];
            sum += difference * difference;
        }
        return sum / left.length;
    }

    /** Returns the variance of each value over the draws, averaged over the values. */
    private static double variance(FloatTensor z) {
        double sum = 0;
        for (int i = 0; i < z.width(); i++) {
            double first = 0;
            double second = 0;
            for (int row = 0; row < z.count(); row++) {
                double value = z.values()[row * z.width() + i];
                first += value;
                second += value * value;
            }
            double mean = first / z.count();
            sum += second / z.count() - mean * mean;
        }
        return sum / z.width();
    }
}
