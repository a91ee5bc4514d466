package org.gan4j.experiments.library.metric;

import java.util.Random;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Table;

/** Makes sets that are known to be bad, which show what a metric notices. */
public final class BadSets {
    private BadSets() {}

    /** Returns the rows of the classes from one on. */
    public static int[] rowsFrom(int first, int[] labels) {
        return IntStream.range(0, labels.length)
                .filter(row -> labels[row] >= first)
                .toArray();
    }

    /** Returns the mean of some examples, so many times. */
    public static FloatTensor mean(Table examples, int count) {
        double[] mean = examples.mean();
        float[] values = new float[count * mean.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) mean[i % mean.length];
        }
        return new FloatTensor(examples.example().prepend(count), values);
    }

    /** Returns numbers that are drawn evenly from a range. */
    public static FloatTensor noise(Random random, Shape shape, float least, float most) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = least + (most - least) * random.nextFloat();
        }
        return new FloatTensor(shape, values);
    }
}
