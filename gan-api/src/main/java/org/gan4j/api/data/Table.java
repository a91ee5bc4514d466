package org.gan4j.api.data;

import java.util.Arrays;
import java.util.Optional;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;

/**
 * A finite table of examples as bytes 0…255 that stand for 0…1. Image sets are stored this way, and bytes need a
 * quarter of the memory of floats. Backends keep the bytes and scale them in the graph. A table with a contrast stands
 * for the normalised examples.
 *
 * @param example  shape of one example
 * @param bytes    count × example values, row-major, unsigned; not copied
 * @param labels   one class per example, if the set has classes
 * @param contrast the normalisation of each example after it was scaled to 0…1
 */
public record Table(Shape example, byte[] bytes, Optional<int[]> labels, Optional<Contrast> contrast) {
    public Table {
        if (bytes.length % example.size() != 0) {
            throw new IllegalArgumentException(
                    bytes.length + " bytes are not a whole number of examples of shape " + example);
        }
    }

    /** A table of bytes that stand for 0…1, without contrast normalisation. */
    public Table(Shape example, byte[] bytes, Optional<int[]> labels) {
        this(example, bytes, labels, Optional.empty());
    }

    /** Returns the same examples with contrast normalisation. */
    public Table with(Contrast normalisation) {
        return new Table(example, bytes, labels, Optional.of(normalisation));
    }

    public int count() {
        return bytes.length / example.size();
    }

    /** Returns the examples from {@code from} to {@code to}, exclusive. */
    public Table slice(int from, int to) {
        int width = example.size();
        return new Table(
                example,
                Arrays.copyOfRange(bytes, from * width, to * width),
                labels.map(all -> Arrays.copyOfRange(all, from, to)),
                contrast);
    }

    /** Returns the numbers that a batch stands for, in the algebra; {@code scaled} is its bytes over 255. */
    public <T> Expr<T> numbers(Expr<T> scaled) {
        return contrast.map(known -> known.of(scaled, example.rank())).orElse(scaled);
    }

    /** Returns the numbers that the examples stand for: in 0…1, unless there is a contrast. */
    public FloatTensor toFloats() {
        float[] values = new float[bytes.length];
        int width = example.size();
        for (int row = 0; row < count(); row++) {
            double[] numbers = numbers(row);
            for (int i = 0; i < width; i++) {
                values[row * width + i] = (float) numbers[i];
            }
        }
        return new FloatTensor(example.prepend(count()), values);
    }

    /** Returns the mean of each dimension over all examples. */
    public double[] mean() {
        double[] mean = new double[example.size()];
        for (int row = 0; row < count(); row++) {
            double[] numbers = numbers(row);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += numbers[i];
            }
        }
        return Arrays.stream(mean).map(sum -> sum / count()).toArray();
    }

    private double[] numbers(int row) {
        double[] scaled = new double[example.size()];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (bytes[row * scaled.length + i] & 0xff) / 255.0;
        }
        return contrast.map(known -> known.of(scaled)).orElse(scaled);
    }
}
