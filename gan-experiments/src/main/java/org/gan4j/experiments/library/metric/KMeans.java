package org.gan4j.experiments.library.metric;

import java.util.stream.IntStream;
import org.gan4j.api.data.FloatTensor;

/** Lloyd's algorithm from the first examples as centroids. A centroid that no example is nearest to stays where it is. */
public final class KMeans {
    private static final int BLOCK = 32;

    private KMeans() {}

    /**
     * The centroids after some steps.
     *
     * @param examples in random order
     */
    public static FloatTensor centroids(FloatTensor examples, int count, int steps) {
        float[] centroids = examples.slice(0, count).values();
        for (int step = 0; step < steps; step++) {
            centroids = means(examples, nearest(examples, centroids), centroids);
        }
        return new FloatTensor(examples.shape().example().prepend(count), centroids);
    }

    /** The index of the nearest centroid to each example; of equally near ones the first. */
    private static int[] nearest(FloatTensor examples, float[] centroids) {
        Distances distances = new Distances(centroids, examples.width());
        int[] nearest = new int[examples.count()];
        IntStream.range(0, (nearest.length + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            int from = block * BLOCK;
            int to = Math.min(from + BLOCK, nearest.length);
            double[][] squared = distances.room(to - from);
            distances.squared(examples.values(), from, to, squared);
            for (int i = from; i < to; i++) {
                nearest[i] = smallest(squared[i - from], distances.count());
            }
        });
        return nearest;
    }

    private static int smallest(double[] values, int count) {
        int smallest = 0;
        for (int j = 1; j < count; j++) {
            smallest = values[j] < values[smallest] ? j : smallest;
        }
        return smallest;
    }

    private static float[] means(FloatTensor examples, int[] nearest, float[] centroids) {
        int width = examples.width();
        double[] sums = new double[centroids.length];
        int[] members = new int[centroids.length / width];
        for (int i = 0; i < nearest.length; i++) {
            members[nearest[i]]++;
            for (int k = 0; k < width; k++) {
                sums[nearest[i] * width + k] += examples.values()[i * width + k];
            }
        }
        float[] means = centroids.clone();
        for (int k = 0; k < means.length; k++) {
            if (members[k / width] > 0) {
                means[k] = (float) (sums[k] / members[k / width]);
            }
        }
        return means;
    }
}
