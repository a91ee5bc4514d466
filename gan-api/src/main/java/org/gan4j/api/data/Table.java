package org.gan4j.api.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;

/**
 * A finite table of examples. Backends keep what is stored as it is, and scale bytes in the graph. A table with a contrast
 * stands for the normalised examples.
 *
 * @param example  shape of one example
 * @param values   what is stored: count × the size of an example
 * @param labels   one class per example, if the set has classes
 * @param contrast the normalisation of each example after it was scaled to 0…1
 */
public record Table(Shape example, Values values, Optional<int[]> labels, Optional<Contrast> contrast) {
    public Table {
        if (values.count() % example.size() != 0) {
            throw new IllegalArgumentException(values + " are not a whole number of examples of shape " + example);
        }
        int examples = values.count() / example.size();
        if (labels.isPresent() && labels.get().length != examples) {
            throw new IllegalArgumentException(labels.get().length + " labels for " + examples + " examples");
        }
    }

    /** A table of bytes that stand for 0…1, without contrast normalisation; the bytes are not copied. */
    public Table(Shape example, byte[] bytes, Optional<int[]> labels) {
        this(example, new Values.Bytes(bytes), labels, Optional.empty());
    }

    /** A table of numbers as they are; they are not copied. */
    public Table(Shape example, float[] numbers, Optional<int[]> labels) {
        this(example, new Values.Floats(numbers), labels, Optional.empty());
    }

    /** Returns the same examples with contrast normalisation. */
    public Table with(Contrast normalisation) {
        return new Table(example, values, labels, Optional.of(normalisation));
    }

    public int count() {
        return values.count() / example.size();
    }

    /** Returns the examples from {@code from} to {@code to}, exclusive. */
    public Table slice(int from, int to) {
        return rows(IntStream.range(from, to).toArray());
    }

    /** Returns some examples, in the order of the rows; a row may be named more than once. */
    public Table rows(int... rows) {
        return new Table(
                example,
                values.rows(rows, example.size()),
                labels.map(all -> Arrays.stream(rows).map(row -> all[row]).toArray()),
                contrast);
    }

    /** Returns so many distinct examples, drawn at random and in random order. */
    public Table drawn(int count, long seed) {
        int[] order = IntStream.range(0, count()).toArray();
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(order.length - i);
            int row = order[j];
            order[j] = order[i];
            order[i] = row;
        }
        return rows(Arrays.copyOf(order, count));
    }

    /** Returns the numbers that a batch stands for, in the algebra; {@code scaled} is what is stored, bytes over 255. */
    public <T> Expr<T> numbers(Expr<T> scaled) {
        return contrast.map(known -> known.of(scaled, example.rank())).orElse(scaled);
    }

    /** Returns the numbers that the examples stand for. */
    public FloatTensor toFloats() {
        float[] floats = new float[values.count()];
        int width = example.size();
        for (int row = 0; row < count(); row++) {
            double[] numbers = numbers(row);
            for (int i = 0; i < width; i++) {
                floats[row * width + i] = (float) numbers[i];
            }
        }
        return new FloatTensor(example.prepend(count()), floats);
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
        int width = example.size();
        double[] scaled = new double[width];
        for (int i = 0; i < width; i++) {
            scaled[i] = values.at(row * width + i);
        }
        return contrast.map(known -> known.of(scaled)).orElse(scaled);
    }
}
