package org.gan4j.experiments.library.metric;

import java.util.Random;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;

/** Makes sets that are known to be bad, which show what a metric notices. */
public final class BadSets {
    private BadSets() {}

    /** Returns the rows of the classes from one on. */
    public static int[] rowsFrom(int first, int[] labels) {
        return IntStream.range(0, labels.length)
                .filter(row -> labels[row] >= first)
                .toArray();
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
