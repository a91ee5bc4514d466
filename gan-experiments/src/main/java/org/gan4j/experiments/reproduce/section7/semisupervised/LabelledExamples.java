package org.gan4j.experiments.reproduce.section7.semisupervised;

import java.util.Arrays;

/**
 * Examples with a class each.
 *
 * @param x       [example][input]
 * @param y       the class of each, from 0
 * @param classes how many there are
 */
record LabelledExamples(double[][] x, int[] y, int classes) {
    int count() {
        return y.length;
    }

    int width() {
        return x[0].length;
    }

    /** Some of them, in this order. */
    LabelledExamples rows(int... rows) {
        return new LabelledExamples(
                Arrays.stream(rows).mapToObj(row -> x[row]).toArray(double[][]::new),
                Arrays.stream(rows).map(row -> y[row]).toArray(),
                classes);
    }
}
