package org.gan4j.api.data;

import java.util.Arrays;
import java.util.Optional;
import org.gan4j.api.algebra.Shape;

/**
 * A finite table of examples as bytes 0…255 that stand for 0…1: what image sets are stored as, and a quarter of the memory
 * of floats. Backends keep the bytes and scale in the graph.
 *
 * @param example shape of one example
 * @param bytes   count × example values, row-major, unsigned; not copied
 * @param labels  one class per example, if the set has classes
 */
public record Table(Shape example, byte[] bytes, Optional<int[]> labels) {
    public Table {
        if (bytes.length % example.size() != 0) {
            throw new IllegalArgumentException(
                    bytes.length + " bytes are no whole number of examples of shape " + example);
        }
    }

    public int count() {
        return bytes.length / example.size();
    }

    /** The examples from {@code from} to {@code to}, exclusive. */
    public Table slice(int from, int to) {
        int width = example.size();
        return new Table(
                example,
                Arrays.copyOfRange(bytes, from * width, to * width),
                labels.map(all -> Arrays.copyOfRange(all, from, to)));
    }

    /** The examples scaled to 0…1. */
    public FloatTensor toFloats() {
        float[] values = new float[bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (bytes[i] & 0xff) / 255f;
        }
        return new FloatTensor(example.prepend(count()), values);
    }

    /** Mean of each dimension, in 0…1. */
    public double[] mean() {
        int width = example.size();
        double[] mean = new double[width];
        for (int i = 0; i < bytes.length; i++) {
            mean[i % width] += bytes[i] & 0xff;
        }
        return Arrays.stream(mean).map(sum -> sum / 255 / count()).toArray();
    }
}
