package org.gan4j.experiments.reproduce.figure;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.data.FloatTensor;

/**
 * The training example that is nearest to a sample.
 *
 * @param sample          its number, from 0
 * @param neighbour       row of the training split, from 0; of equally near ones the first
 * @param squaredDistance sum of the squared differences
 */
public record NearestExample(int sample, int neighbour, double squaredDistance) {
    /** The neighbours of the last sample of each row. */
    static List<NearestExample> ofLast(FloatTensor samples, int columns, FloatTensor train) {
        List<NearestExample> nearest = new ArrayList<>();
        for (int last = columns - 1; last < samples.count(); last += columns) {
            nearest.add(of(samples, last, train));
        }
        return nearest;
    }

    static NearestExample of(FloatTensor samples, int sample, FloatTensor train) {
        float[] x = samples.row(sample);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int example = 0; example < train.count(); example++) {
            double distance = 0;
            for (int i = 0; i < x.length; i++) {
                double difference = x[i] - train.values()[example * x.length + i];
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                best = example;
            }
        }
        return new NearestExample(sample, best, least);
    }

    /** The examples themselves, in order. */
    static FloatTensor examples(List<NearestExample> neighbours, FloatTensor train) {
        float[] values = new float[neighbours.size() * train.width()];
        for (int i = 0; i < neighbours.size(); i++) {
            System.arraycopy(train.row(neighbours.get(i).neighbour()), 0, values, i * train.width(), train.width());
        }
        return new FloatTensor(train.shape().example().prepend(neighbours.size()), values);
    }
}
