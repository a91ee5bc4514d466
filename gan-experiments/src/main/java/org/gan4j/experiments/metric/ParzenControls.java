package org.gan4j.experiments.metric;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Table;
import org.gan4j.api.run.Measurement;

/** What the Parzen score means: true data by the same protocol, and things that score well or badly without being good samples. */
final class ParzenControls {
    private static final int CENTROIDS = 500;
    private static final int STEPS = 6;

    private ParzenControls() {}

    /**
     * The controls.
     *
     * @param samples true examples to draw from the training split; all of them if it has fewer
     */
    static List<Measurement> of(Parzen.Protocol protocol, Table train, int samples, long seed) {
        FloatTensor drawn = draw(train, Math.min(samples, train.count()), seed);
        int centroids = Math.min(CENTROIDS, drawn.count());
        return List.of(
                protocol.measure(drawn.count() + " training examples", drawn),
                protocol.measure(
                        centroids + " k-means centroids of them after " + STEPS + " steps",
                        KMeans.centroids(drawn, centroids, STEPS)),
                protocol.measure("the mean of the training examples", mean(train)));
    }

    /** Distinct examples in random order. */
    private static FloatTensor draw(Table train, int count, long seed) {
        int width = train.example().size();
        int[] order = IntStream.range(0, train.count()).toArray();
        Random random = new Random(seed);
        float[] values = new float[count * width];
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(order.length - i);
            int row = order[j];
            order[j] = order[i];
            System.arraycopy(train.slice(row, row + 1).toFloats().values(), 0, values, i * width, width);
        }
        return new FloatTensor(train.example().prepend(count), values);
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
