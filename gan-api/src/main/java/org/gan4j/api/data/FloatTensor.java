package org.gan4j.api.data;

import java.util.Arrays;
import java.util.Objects;
import org.gan4j.api.algebra.Shape;

/**
 * A block of float32 on the host, row-major: samples, latents or weights. The array is not copied: a caller that
 * receives one owns it, and a caller that keeps one must not change it.
 */
public record FloatTensor(Shape shape, float[] values) {
    public FloatTensor {
        Objects.requireNonNull(values);
        if (shape.size() != values.length) {
            throw new IllegalArgumentException(
                    "shape " + shape + " holds " + shape.size() + " values, not " + values.length);
        }
    }

    /** Returns the number of examples: the size of the first axis. */
    public int count() {
        return shape.dim(0);
    }

    /** Returns the number of values of one example. */
    public int width() {
        return values.length == 0 ? shape.example().size() : values.length / count();
    }

    /** Returns whether no value is NaN or infinite. */
    public boolean isFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** Returns a copy of the examples from {@code from} to {@code to}, exclusive. */
    public FloatTensor slice(int from, int to) {
        int width = width();
        return new FloatTensor(
                shape.example().prepend(to - from), Arrays.copyOfRange(values, from * width, to * width));
    }

    /** Returns a copy of one example's values. */
    public float[] row(int index) {
        return Arrays.copyOfRange(values, index * width(), (index + 1) * width());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FloatTensor that && shape.equals(that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "FloatTensor" + shape;
    }
}
