package org.gan4j.plain.shape;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.algebra.Shape;

/** The shapes of results, and what fits together. */
public final class Shapes {
    private Shapes() {}

    /**
     * Broadcasts by NumPy's rule: axes are aligned at the end, and an axis of size 1 stretches. The batch fits the
     * batch and 1.
     */
    public static Shape broadcast(Shape a, Shape b) {
        int rank = Math.max(a.rank(), b.rank());
        List<Integer> dims = new ArrayList<>(rank);
        for (int axis = 0; axis < rank; axis++) {
            int x = dim(a, axis - rank);
            int y = dim(b, axis - rank);
            if (x != y && x != 1 && y != 1) {
                throw new IllegalArgumentException("shapes " + a + " and " + b
                        + " do not fit together: aligned at the end, each pair of axes must be equal or 1");
            }
            dims.add(x == 1 ? y : x);
        }
        return new Shape(dims);
    }

    private static int dim(Shape shape, int fromEnd) {
        return -fromEnd > shape.rank() ? 1 : shape.dim(fromEnd);
    }

    /** Returns the shape after a reduction. Without named axes it is a scalar; named axes stay with size 1. */
    public static Shape reduced(Shape shape, int... axes) {
        if (axes.length == 0) {
            return Shape.of();
        }
        List<Integer> dims = new ArrayList<>(shape.dims());
        for (int axis : axes) {
            dims.set(fromStart(shape, axis), 1);
        }
        return new Shape(dims);
    }

    public static int fromStart(Shape shape, int axis) {
        int fromStart = axis < 0 ? shape.rank() + axis : axis;
        if (fromStart < 0 || fromStart >= shape.rank()) {
            throw new IllegalArgumentException("shape " + shape + " has no axis " + axis);
        }
        return fromStart;
    }

    /** Returns the shape of parts joined along an axis. */
    public static Shape joined(int axis, List<Shape> parts) {
        Shape first = parts.get(0);
        int at = fromStart(first, axis);
        int total = 0;
        for (Shape part : parts) {
            List<Integer> others = new ArrayList<>(part.dims());
            if (part.rank() == first.rank()) {
                others.set(at, first.dim(at));
            }
            if (!others.equals(first.dims())) {
                throw new IllegalArgumentException(
                        "shapes " + parts + " cannot be joined along axis " + axis + ": they differ in another axis");
            }
            total = total == Shape.ANY || part.dim(at) == Shape.ANY ? Shape.ANY : total + part.dim(at);
        }
        List<Integer> dims = new ArrayList<>(first.dims());
        dims.set(at, total);
        return new Shape(dims);
    }

    /** Returns the shape of a part of an axis. */
    public static Shape sliced(Shape shape, int axis, int from, int to) {
        int at = fromStart(shape, axis);
        int size = shape.dim(at);
        if (from < 0 || to <= from || size != Shape.ANY && to > size) {
            throw new IllegalArgumentException(
                    "axis " + axis + " of " + shape + " has no part from " + from + " to before " + to);
        }
        List<Integer> dims = new ArrayList<>(shape.dims());
        dims.set(at, to - from);
        return new Shape(dims);
    }

    /** Returns the shape of a transposed matrix. */
    public static Shape transposed(Shape shape) {
        if (shape.rank() != 2) {
            throw new IllegalArgumentException("only a matrix can be transposed; got the shape " + shape);
        }
        return Shape.of(shape.dim(1), shape.dim(0));
    }

    /** Returns a parameter's shape, if a constant has as many values. */
    public static Shape holding(Object at, Shape shape, int values) {
        if (values != shape.size()) {
            throw new IllegalArgumentException(
                    at + " of shape " + shape + " takes " + shape.size() + " values, not " + values);
        }
        return shape;
    }

    /** Returns the shape of a matrix product. */
    public static Shape product(Shape a, Shape b) {
        if (a.rank() != 2 || b.rank() != 2 || a.dim(1) != b.dim(0)) {
            throw new IllegalArgumentException("the matrix product of " + a + " and " + b
                    + " needs two matrices, the first as wide as the second is high");
        }
        return Shape.of(a.dim(0), b.dim(1));
    }
}
