package org.gan4j.api.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sizes of a tensor's axes. The size {@link #ANY} stands for the batch axis, whose size is only known when the
 * graph runs; a scalar has no axes.
 */
public record Shape(List<Integer> dims) {
    /** The size of an axis that is not known before the graph runs: the batch. */
    public static final int ANY = -1;

    public Shape {
        dims = List.copyOf(dims);
        for (int dim : dims) {
            if (dim < ANY) {
                throw new IllegalArgumentException(
                        "a shape holds sizes of 0 or more, or -1 for the batch; got " + dims);
            }
        }
    }

    public static Shape of(int... dims) {
        return new Shape(IntStream.of(dims).boxed().toList());
    }

    /** Returns this shape with a batch axis in front. */
    public Shape batched() {
        return prepend(ANY);
    }

    public Shape prepend(int dim) {
        List<Integer> longer = new ArrayList<>(dims);
        longer.add(0, dim);
        return new Shape(longer);
    }

    /** The shape of one example: this shape without its first axis. */
    public Shape example() {
        return new Shape(dims.subList(1, dims.size()));
    }

    public int rank() {
        return dims.size();
    }

    /** Returns the size of an axis; a negative axis counts from the end. */
    public int dim(int axis) {
        return dims.get(axis < 0 ? dims.size() + axis : axis);
    }

    /**
     * Returns the number of values; an unknown batch counts as one.
     *
     * @throws IllegalArgumentException if there are more than an int can count
     */
    public int size() {
        long size = 1;
        for (int dim : dims) {
            size *= dim == ANY ? 1 : dim;
            if (size > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "a tensor of shape " + this + " has more than " + Integer.MAX_VALUE + " values");
            }
        }
        return (int) size;
    }

    public int[] toArray() {
        return dims.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String toString() {
        return dims.stream()
                .map(dim -> dim == ANY ? "batch" : dim.toString())
                .collect(Collectors.joining("×", "[", "]"));
    }
}
