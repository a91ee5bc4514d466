package org.gan4j.experiments.library.metric.sets;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.experiments.library.metric.Distances;

/**
 * Points, a row each, and distances from them. Distances are computed in blocks of rows, so no table of all of them is ever held, and
 * a row's result does not depend on threads.
 *
 * @param values row-major, not copied
 */
record PointSet(float[] values, int width) {
    private static final int BLOCK = 32;

    /** What is made of the distances from one point to all points of another set. */
    interface Row {
        /**
         * Takes the distances from one point.
         *
         * @param squared their squares, in the order of the other set; there may be more values after them
         */
        void take(int point, double[] squared);
    }

    static PointSet of(FloatTensor examples) {
        return new PointSet(examples.values(), examples.width());
    }

    int count() {
        return values.length / width;
    }

    /** Gives the squared distances from each of these points to all others' points, in parallel, each point once. */
    void distancesTo(PointSet others, Row row) {
        Distances distances = new Distances(others.values, width);
        IntStream.range(0, (count() + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            int from = block * BLOCK;
            int to = Math.min(count(), from + BLOCK);
            double[][] squared = distances.room(to - from);
            distances.squared(values, from, to, squared);
            for (int i = from; i < to; i++) {
                row.take(i, squared[i - from]);
            }
        });
    }

    /** Returns the squared distance of each point to its k-th nearest other point of this set. */
    double[] radii(int k) {
        double[] radii = new double[count()];
        distancesTo(this, (point, squared) -> {
            // Counting the point itself, at distance 0, the k-th other one is at place k.
            radii[point] = smallest(squared, count(), k);
        });
        return radii;
    }

    /**
     * The nearest point of another set to each point of this one.
     *
     * @param squared the squared distances
     * @param rows    which points these are; of equally near ones the first
     */
    record Nearest(double[] squared, int[] rows) {}

    /** Returns the nearest point of another set to each point of this one. */
    Nearest nearest(PointSet others) {
        double[] nearest = new double[count()];
        int[] rows = new int[count()];
        distancesTo(others, (point, squared) -> {
            int best = 0;
            for (int i = 1; i < others.count(); i++) {
                best = squared[i] < squared[best] ? i : best;
            }
            nearest[point] = squared[best];
            rows[point] = best;
        });
        return new Nearest(nearest, rows);
    }

    /** Returns the value at a place in ascending order, from 0. */
    private static double smallest(double[] values, int count, int place) {
        double[] least = new double[place + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int i = 0; i < count; i++) {
            if (values[i] < least[place]) {
                int at = place;
                while (at > 0 && least[at - 1] > values[i]) {
                    least[at] = least[at - 1];
                    at--;
                }
                least[at] = values[i];
            }
        }
        return least[place];
    }

    /** Returns the square of each point's length. */
    double[] squaredLengths() {
        return IntStream.range(0, count())
                .mapToDouble(row -> {
                    double sum = 0;
                    for (int k = row * width; k < (row + 1) * width; k++) {
                        sum += (double) values[k] * values[k];
                    }
                    return sum;
                })
                .toArray();
    }
}
