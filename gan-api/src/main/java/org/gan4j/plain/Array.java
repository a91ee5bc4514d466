package org.gan4j.plain;

import java.util.Arrays;
import org.gan4j.api.algebra.Shape;

/**
 * A block of doubles, row-major: the tensor of {@link RealAlgebra}. The values are not copied; a caller that receives
 * an array must not change it.
 */
public record Array(Shape shape, double[] values) {
    public Array {
        if (shape.dims().contains(Shape.ANY) || shape.size() != values.length) {
            throw new IllegalArgumentException(
                    "an array of shape " + shape + " holds " + shape.size() + " values, not " + values.length);
        }
    }

    public static Array scalar(double value) {
        return new Array(Shape.of(), new double[] {value});
    }

    /** Returns a vector. */
    public static Array of(double... values) {
        return new Array(Shape.of(values.length), values);
    }

    /** Returns an array with one value everywhere. */
    public static Array filled(Shape shape, double value) {
        double[] values = new double[shape.size()];
        Arrays.fill(values, value);
        return new Array(shape, values);
    }

    /** Returns the value of an array that holds exactly one. */
    public double single() {
        if (values.length != 1) {
            throw new IllegalArgumentException("an array of shape " + shape + " is not a single number");
        }
        return values[0];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Array that && shape.equals(that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return shape + Arrays.toString(values);
    }
}
