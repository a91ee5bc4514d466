package org.gan4j.plain;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.api.algebra.Shape;
import org.gan4j.plain.shape.Shapes;

/** Operations on whole blocks of numbers. */
final class Blocks {
    private Blocks() {}

    /** Applies an operation to each value. */
    static Array each(Array x, DoubleUnaryOperator operation) {
        return new Array(x.shape(), Arrays.stream(x.values()).map(operation).toArray());
    }

    /** Applies an operation to pairs of values, with broadcasting. */
    static Array paired(Array a, Array b, DoubleBinaryOperator operation) {
        Shape shape = Shapes.broadcast(a.shape(), b.shape());
        int[] dims = shape.toArray();
        int[] stepA = steps(a.shape(), dims.length);
        int[] stepB = steps(b.shape(), dims.length);
        double[] values = new double[shape.size()];
        int[] at = new int[dims.length];
        int i = 0;
        int j = 0;
        for (int k = 0; k < values.length; k++) {
            values[k] = operation.applyAsDouble(a.values()[i], b.values()[j]);
            for (int axis = dims.length - 1; axis >= 0; axis--) {
                i += stepA[axis];
                j += stepB[axis];
                if (++at[axis] < dims[axis]) {
                    break;
                }
                at[axis] = 0;
                i -= stepA[axis] * dims[axis];
                j -= stepB[axis] * dims[axis];
            }
        }
        return new Array(shape, values);
    }

    /**
     * Returns the distance in the array between neighbours along each axis of the result; 0 along an axis that is
     * stretched.
     */
    private static int[] steps(Shape shape, int rank) {
        int[] steps = new int[rank];
        int step = 1;
        for (int axis = -1; axis >= -shape.rank(); axis--) {
            steps[rank + axis] = shape.dim(axis) == 1 ? 0 : step;
            step *= shape.dim(axis);
        }
        return steps;
    }

    /** Returns the values of one array where a condition is not 0, and of another elsewhere, with broadcasting. */
    static Array chosen(Array condition, Array a, Array b) {
        Shape shape = Shapes.broadcast(condition.shape(), Shapes.broadcast(a.shape(), b.shape()));
        Array zeros = Array.filled(shape, 0);
        double[] yes = paired(zeros, a, (x, y) -> y).values();
        double[] no = paired(zeros, b, (x, y) -> y).values();
        double[] values = paired(zeros, condition, (x, y) -> y).values();
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] != 0 ? yes[i] : no[i];
        }
        return new Array(shape, values);
    }

    /** Reduces all values along the axes by an operation, beginning with a start value. */
    static Array folded(Array x, double start, DoubleBinaryOperator operation, int... axes) {
        Array folded = Array.filled(Shapes.reduced(x.shape(), axes), start);
        double[] values = folded.values();
        int[] targets = targets(x.shape(), axes);
        for (int i = 0; i < targets.length; i++) {
            values[targets[i]] = operation.applyAsDouble(values[targets[i]], x.values()[i]);
        }
        return folded;
    }

    /** Returns the place of each value in the reduced array. */
    private static int[] targets(Shape shape, int... axes) {
        int[] targets = new int[shape.size()];
        if (axes.length == 0) {
            return targets;
        }
        Shape reduced = Shapes.reduced(shape, axes);
        for (int i = 0; i < targets.length; i++) {
            int rest = i;
            int step = 1;
            for (int axis = shape.rank() - 1; axis >= 0; axis--) {
                targets[i] += reduced.dim(axis) == 1 ? 0 : rest % shape.dim(axis) * step;
                rest /= shape.dim(axis);
                step *= reduced.dim(axis);
            }
        }
        return targets;
    }

    /** Returns the matrix product. */
    static Array product(Array a, Array b) {
        Shape shape = Shapes.product(a.shape(), b.shape());
        int inner = a.shape().dim(1);
        int width = shape.dim(1);
        double[] values = new double[shape.size()];
        for (int i = 0; i < shape.dim(0); i++) {
            for (int k = 0; k < inner; k++) {
                double factor = a.values()[i * inner + k];
                for (int j = 0; j < width; j++) {
                    values[i * width + j] += factor * b.values()[k * width + j];
                }
            }
        }
        return new Array(shape, values);
    }

    /** Exchanges rows and columns. */
    static Array transposed(Array x) {
        Shape shape = Shapes.transposed(x.shape());
        int width = shape.dim(1);
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = x.values()[i % width * shape.dim(0) + i / width];
        }
        return new Array(shape, values);
    }

    /** Moves the blocks along the first axis forward, those before the first to the end. */
    static Array rolled(Array x, int places) {
        int count = x.shape().dim(0);
        int block = x.values().length / count;
        double[] values = new double[x.values().length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(x.values(), Math.floorMod(i + places, count) * block, values, i * block, block);
        }
        return new Array(x.shape(), values);
    }

    /** Takes a part of an axis. */
    static Array sliced(Array x, int axis, int from, int to) {
        Shape shape = Shapes.sliced(x.shape(), axis, from, to);
        int outer = outer(shape, axis);
        int inner = shape.size() / outer / (to - from);
        int step = x.values().length / outer;
        double[] values = new double[shape.size()];
        for (int i = 0; i < outer; i++) {
            int length = (to - from) * inner;
            System.arraycopy(x.values(), i * step + from * inner, values, i * length, length);
        }
        return new Array(shape, values);
    }

    /** Returns the number of places before an axis. */
    private static int outer(Shape shape, int axis) {
        return shape.dims().subList(0, Shapes.fromStart(shape, axis)).stream().reduce(1, Math::multiplyExact);
    }

    /** Joins arrays along an axis. */
    static Array joined(int axis, List<Array> parts) {
        Shape shape = Shapes.joined(axis, parts.stream().map(Array::shape).toList());
        int outer = outer(shape, axis);
        double[] values = new double[shape.size()];
        int to = 0;
        for (int i = 0; i < outer; i++) {
            for (Array part : parts) {
                int length = part.values().length / outer;
                System.arraycopy(part.values(), i * length, values, to, length);
                to += length;
            }
        }
        return new Array(shape, values);
    }
}
