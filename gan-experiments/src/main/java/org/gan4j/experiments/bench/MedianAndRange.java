package org.gan4j.experiments.bench;

import java.util.Collection;

/** How several measurements of one thing are spread. */
public record MedianAndRange(double median, double least, double greatest) {
    /** @param values at least one */
    static MedianAndRange of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return new MedianAndRange(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** Returns how many times the least the greatest is. */
    double ratio() {
        return greatest / least;
    }

    /** Returns the same measurements in another unit. */
    MedianAndRange times(double factor) {
        return new MedianAndRange(median * factor, least * factor, greatest * factor);
    }
}
