package org.gan4j.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Shape;
import org.gan4j.gradient.Recording.Edge;

/** The transposes of linear operations: each takes the adjoint of a result and gives the adjoint of an input. */
final class Adjoints<T> {
    private final NetAlgebra<T> net;

    Adjoints(NetAlgebra<T> net) {
        this.net = net;
    }

    /** Returns zeros of the shape of x, also where x is not finite. */
    T zeros(T x) {
        return net.greater(x, x);
    }

    /** Goes back through a stretching of x: the values that x was repeated as are added up. */
    T added(T adjoint, T x) {
        Shape from = net.shape(adjoint);
        Shape to = net.shape(x);
        if (from.equals(to)) {
            return adjoint;
        }
        int more = from.rank() - to.rank();
        int[] axes = IntStream.range(0, from.rank())
                .filter(axis -> axis < more || to.dim(axis - more) == 1 && from.dim(axis) != 1)
                .toArray();
        T sum = axes.length == 0 ? adjoint : net.sum(adjoint, axes);
        return more == 0 ? sum : net.reshape(sum, to);
    }

    /** Goes back through a sum: each value of x gets the adjoint of the sum that it is part of. */
    T repeated(T adjoint, T x) {
        return net.shape(adjoint).equals(net.shape(x)) ? adjoint : net.add(adjoint, zeros(x));
    }

    /** Goes back through a mean: each value of x gets its share of the adjoint. */
    T averaged(T adjoint, T x, int... axes) {
        T count = net.sum(net.add(zeros(x), net.constant(1)), axes);
        return repeated(net.divide(adjoint, count), x);
    }

    /** Goes back to the largest values, which share the adjoint equally. */
    T shared(T adjoint, T x, T largest, int... axes) {
        T isLargest = net.subtract(net.constant(1), net.greater(largest, x));
        return net.multiply(adjoint, net.divide(isLargest, net.sum(isLargest, axes)));
    }

    /** Returns the ways back to parts that were joined along an axis: each gets its part of the adjoint. */
    List<Edge<T>> parts(int axis, List<T> parts) {
        List<Edge<T>> edges = new ArrayList<>();
        int before = 0;
        for (T part : parts) {
            int from = before;
            int to = from + net.shape(part).dim(axis);
            edges.add(new Edge<>(part, adjoint -> net.slice(adjoint, axis, from, to)));
            before = to;
        }
        return edges;
    }

    /** Goes back through a slice: zeros are put around the adjoint. */
    T padded(T adjoint, int axis, int before, int after) {
        List<T> parts = new ArrayList<>();
        if (before > 0) {
            parts.add(zeros(adjoint, axis, before));
        }
        parts.add(adjoint);
        if (after > 0) {
            parts.add(zeros(adjoint, axis, after));
        }
        return parts.size() == 1 ? adjoint : net.concat(axis, parts);
    }

    private T zeros(T like, int axis, int count) {
        int[] dims = new int[net.shape(like).rank()];
        Arrays.fill(dims, 1);
        dims[axis] = count;
        return net.add(zeros(net.slice(like, axis, 0, 1)), net.constant(Shape.of(dims), new double[count]));
    }

    /** Goes back to the largest values of windows of x. */
    T pooled(T adjoint, T x, T largest, int size, int stride) {
        Shape pooled = net.shape(largest);
        Shape window = Shape.of(Shape.ANY, pooled.dim(1), pooled.dim(2), 1, pooled.dim(3));
        T seen = net.windows(x, size, stride, Double.NEGATIVE_INFINITY);
        T shares = shared(net.reshape(adjoint, window), seen, net.reshape(largest, window), 3);
        return windows(shares, x, size, stride);
    }

    /**
     * Goes back to a kernel, which connects each value of the small images with a window of the large ones. The stride must not
     * exceed the kernel's size.
     *
     * @param large the images of a convolution, or the adjoint of the result of a transposed one
     * @param small the adjoint of the result of a convolution, or the images of a transposed one
     */
    T kernel(T large, T small, T kernel, int stride, int pad) {
        int size = net.shape(kernel).dim(0);
        Shape places = net.shape(small);
        T padded = padded(padded(large, 1, pad, pad), 2, pad, pad);
        T windows = net.windows(padded, size, stride, 0);
        T seen = cut(cut(windows, 1, 0, places.dim(1)), 2, 0, places.dim(2));
        T rows = net.reshape(
                seen, Shape.of(Shape.ANY, size * size * net.shape(large).dim(3)));
        T columns = net.reshape(small, Shape.of(Shape.ANY, places.dim(3)));
        return net.reshape(net.matMul(net.transpose(rows), columns), net.shape(kernel));
    }

    /** Goes back to the images of a convolution. */
    T convolved(T adjoint, T x, T kernel, int stride, int pad) {
        T whole = net.conv2dTranspose(adjoint, kernel, stride, 0);
        return cut(cut(whole, 1, pad, net.shape(x).dim(1)), 2, pad, net.shape(x).dim(2));
    }

    /** Takes a part of an axis, which may reach beyond the end; there it holds zeros. */
    private T cut(T x, int axis, int from, int count) {
        int size = net.shape(x).dim(axis);
        T longer = padded(x, axis, 0, from + count - size);
        return from == 0 && size <= count ? longer : net.slice(longer, axis, from, from + count);
    }

    /** Goes back through windows of x: each value gets the sum of the adjoints at the places where it is seen. */
    T windows(T adjoint, T x, int size, int stride) {
        Shape windows = net.shape(adjoint);
        Shape one = Shape.of(Shape.ANY, windows.dim(1), windows.dim(2), windows.dim(4));
        List<T> taps = new ArrayList<>();
        for (int tap = 0; tap < size * size; tap++) {
            T values = spaced(net.reshape(net.slice(adjoint, 3, tap, tap + 1), one), stride);
            int row = tap / size;
            int column = tap % size;
            taps.add(padded(padded(values, 1, row, size - 1 - row), 2, column, size - 1 - column));
        }
        T sum = taps.stream().reduce(net::add).orElseThrow();
        return cut(cut(sum, 1, 0, net.shape(x).dim(1)), 2, 0, net.shape(x).dim(2));
    }

    /** Puts zeros after each value of images, so that the values are {@code stride} apart. */
    private T spaced(T x, int stride) {
        Shape shape = net.shape(x);
        int rows = shape.dim(1);
        int columns = shape.dim(2);
        int channels = shape.dim(3);
        T high = padded(net.reshape(x, Shape.of(Shape.ANY, rows, 1, columns * channels)), 2, 0, stride - 1);
        T each = net.reshape(high, Shape.of(Shape.ANY, rows * stride * columns, 1, channels));
        return net.reshape(
                padded(each, 2, 0, stride - 1), Shape.of(Shape.ANY, rows * stride, columns * stride, channels));
    }
}
