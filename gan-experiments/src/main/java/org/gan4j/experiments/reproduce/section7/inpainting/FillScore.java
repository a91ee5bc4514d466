package org.gan4j.experiments.reproduce.section7.inpainting;

import org.gan4j.experiments.compare.statistics.Interval;

/**
 * A way to fill the hidden half.
 *
 * @param name   of the way
 * @param errors mean squared error of a hidden value, one an image
 */
record FillScore(String name, double[] errors) {
    /** A source of values for one image's hidden half. */
    interface Filling {
        float[] of(int image);
    }

    /**
     * The errors of a way to fill.
     *
     * @param truth what is hidden, image by image
     */
    static FillScore of(String name, int images, float[] truth, Filling filling) {
        double[] errors = new double[images];
        for (int i = 0; i < images; i++) {
            errors[i] = error(filling.of(i), truth, i);
        }
        return new FillScore(name, errors);
    }

    /** Mean squared error of one image's hidden values. */
    static double error(float[] filled, float[] truth, int image) {
        double error = 0;
        for (int k = 0; k < filled.length; k++) {
            double difference = filled[k] - truth[image * filled.length + k];
            error += difference * difference / filled.length;
        }
        return error;
    }

    double mean() {
        return Interval.of(errors).mean();
    }

    /** This error less another, paired by image. */
    Interval minus(FillScore other) {
        double[] differences = errors.clone();
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= other.errors[i];
        }
        return Interval.of(differences);
    }
}
