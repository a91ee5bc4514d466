package org.gan4j.experiments.library.metric;

import java.util.List;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Table;
import org.gan4j.api.metric.Measurement;

/**
 * Controls for the Parzen score, measured by the same protocol: true data; k-means centroids of true data, which are no samples and score
 * higher than true data; and the mean of the data, which is what a blurred generator comes to.
 */
final class ParzenControls {
    /** Centroids are made of this many examples at most, ten examples each: seconds and not minutes. */
    private static final int CLUSTERED = 20_000;

    private static final int EACH = 10;
    private static final int STEPS = 3;

    private ParzenControls() {}

    /**
     * The controls.
     *
     * @param samples true examples to draw from the training split; all of them if it has fewer
     */
    static List<Measurement> of(Parzen.Protocol protocol, Table train, int samples, long seed) {
        FloatTensor drawn = train.drawn(Math.min(Math.max(samples, CLUSTERED), train.count()), seed)
                .toFloats();
        FloatTensor examples = drawn.slice(0, Math.min(samples, drawn.count()));
        FloatTensor clustered = drawn.slice(0, Math.min(CLUSTERED, drawn.count()));
        int centroids = Math.max(1, clustered.count() / EACH);
        return List.of(
                protocol.measure(examples.count() + " training examples", examples),
                protocol.measure(
                        centroids + " k-means centroids of " + clustered.count() + " training examples, " + STEPS
                                + " steps",
                        KMeans.centroids(clustered, centroids, STEPS)),
                protocol.measure("mean of all training examples", mean(train)));
    }

    private static FloatTensor mean(Table train) {
        double[] mean = train.mean();
        float[] values = new float[mean.length];
        for (int i = 0; i < mean.length; i++) {
            values[i] = (float) mean[i];
        }
        return new FloatTensor(train.example().prepend(1), values);
    }
}
