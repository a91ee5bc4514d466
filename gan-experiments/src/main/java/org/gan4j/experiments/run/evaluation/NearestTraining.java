package org.gan4j.experiments.run.evaluation;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Table;

/**
 * The training examples that are nearest to some pictures, by the Euclidean distance. Only a part of the training examples is ever
 * decoded to floats.
 */
final class NearestTraining {
    /** So many training examples are looked at; of more than these, such a number is chosen at random. */
    static final int MOST = 50_000;

    private static final int CHUNK_VALUES = 1 << 20;

    private final FloatTensor pictures;
    private final int each;
    /** [picture][place]: the squared distances so far, in ascending order. */
    private final double[][] squared;

    private final int[][] rows;

    private NearestTraining(FloatTensor pictures, int each) {
        this.pictures = pictures;
        this.each = each;
        this.squared = new double[pictures.count()][each];
        this.rows = new int[pictures.count()][each];
        Arrays.stream(squared).forEach(distances -> Arrays.fill(distances, Double.POSITIVE_INFINITY));
    }

    /** Returns the rows of the nearest training examples of each picture, the nearest first; of equally near ones the first. */
    static int[][] rows(FloatTensor pictures, Table training, int each) {
        NearestTraining nearest = new NearestTraining(pictures, Math.min(each, training.count()));
        int[] looked = looked(training.count());
        int chunk = Math.max(1, CHUNK_VALUES / pictures.width());
        for (int from = 0; from < looked.length; from += chunk) {
            int[] part = Arrays.copyOfRange(looked, from, Math.min(looked.length, from + chunk));
            nearest.take(part, training.rows(part).toFloats());
        }
        return nearest.rows;
    }

    /** Returns the rows that are looked at, in ascending order; they are the same for every run. */
    static int[] looked(int count) {
        return count <= MOST
                ? IntStream.range(0, count).toArray()
                : new Random(0).ints(0, count).distinct().limit(MOST).sorted().toArray();
    }

    private void take(int[] part, FloatTensor examples) {
        IntStream.range(0, pictures.count()).parallel().forEach(picture -> {
            for (int i = 0; i < part.length; i++) {
                place(picture, part[i], distance(picture, examples, i));
            }
        });
    }

    private double distance(int picture, FloatTensor examples, int row) {
        int width = pictures.width();
        float[] one = pictures.values();
        float[] other = examples.values();
        double sum = 0;
        for (int i = 0; i < width; i++) {
            double difference = one[picture * width + i] - other[row * width + i];
            sum += difference * difference;
        }
        return sum;
    }

    private void place(int picture, int row, double distance) {
        double[] distances = squared[picture];
        if (!(distance < distances[each - 1])) {
            return;
        }
        int at = each - 1;
        for (; at > 0 && distances[at - 1] > distance; at--) {
            distances[at] = distances[at - 1];
            rows[picture][at] = rows[picture][at - 1];
        }
        distances[at] = distance;
        rows[picture][at] = row;
    }
}
