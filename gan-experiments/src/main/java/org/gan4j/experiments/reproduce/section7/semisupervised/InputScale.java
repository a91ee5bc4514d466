package org.gan4j.experiments.reproduce.section7.semisupervised;

import org.gan4j.api.data.FloatTensor;

/**
 * An affine map of inputs after which the examples it was made from have the mean 0 and the mean squared length 1. All inputs share one
 * factor: with a factor each, a pixel that is dark in all but one of a hundred labelled images would shout everywhere else.
 *
 * @param mean   of each input
 * @param factor 1 where all examples are the same
 */
record InputScale(double[] mean, double factor) {
    static InputScale of(FloatTensor examples) {
        int width = examples.width();
        double[] mean = new double[width];
        for (int i = 0; i < examples.values().length; i++) {
            mean[i % width] += examples.values()[i] / examples.count();
        }
        double squares = 0;
        for (int i = 0; i < examples.values().length; i++) {
            double difference = examples.values()[i] - mean[i % width];
            squares += difference * difference / examples.count();
        }
        return new InputScale(mean, squares == 0 ? 1 : 1 / Math.sqrt(squares));
    }

    double[][] apply(FloatTensor examples) {
        double[][] scaled = new double[examples.count()][mean.length];
        for (int i = 0; i < scaled.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                scaled[i][j] = (examples.values()[i * mean.length + j] - mean[j]) * factor;
            }
        }
        return scaled;
    }
}
