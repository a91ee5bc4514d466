package org.gan4j.gradient;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.algebra.States;
import org.gan4j.gradient.Recording.Edge;

/**
 * Another interpreter, whose operations are recorded so that {@link #gradient} can go back through them. The gradient is
 * computed by recorded operations too, so it has a gradient itself, and whatever else the other interpreter can do with a
 * tensor: over {@link org.gan4j.plain.DualAlgebra} it carries its derivative along a direction, and in a graph it can be
 * differentiated by the graph's own means.
 *
 * <p>Weights, constants and draws are where the ways back end; a gradient may be taken with respect to any of them. Where an
 * operation has a kink, the slope is the one that {@link org.gan4j.api.algebra.Algebra} states; the slope of {@code max} is
 * shared equally among the largest values.
 */
public final class Tape<T> implements NetAlgebra<T> {
    private final NetAlgebra<T> inner;
    private final Recording<T> recording;
    private final Adjoints<T> adjoints = new Adjoints<>(this);

    private Tape(NetAlgebra<T> inner, Supplier<Map<T, T>> maps) {
        this.inner = inner;
        recording = new Recording<>(maps);
    }

    /** Records an interpreter in which each operation gives a new object. */
    public static <T> Tape<T> of(NetAlgebra<T> inner) {
        return new Tape<>(inner, IdentityHashMap::new);
    }

    /** Records an interpreter whose tensors are names: equal objects stand for the same tensor. */
    public static <T> Tape<T> ofNames(NetAlgebra<T> inner) {
        return new Tape<>(inner, HashMap::new);
    }

    /** Returns the interpreter that is recorded. */
    public NetAlgebra<T> inner() {
        return inner;
    }

    /**
     * Returns the gradient of a scalar, in the shape of the tensor that it is taken with respect to.
     *
     * @throws IllegalArgumentException if y is not a scalar or does not depend on the tensor differentiably
     */
    public T gradient(T y, T with) {
        return recording.gradient(this, shape(y), y, with);
    }

    /**
     * Records a tensor that was computed outside of the algebra, and returns it.
     *
     * @param back each input, with the way of an adjoint of the result to one of the input
     */
    public T record(T result, Map<T, UnaryOperator<T>> back) {
        return recording.all(result, Edge.of(back));
    }

    private T one(T result, T x, UnaryOperator<T> back) {
        return recording.all(result, List.of(new Edge<>(x, back)));
    }

    /** Records an operation that stretches its inputs to one shape. */
    private T both(T result, T a, UnaryOperator<T> toA, T b, UnaryOperator<T> toB) {
        return recording.all(
                result,
                List.of(
                        new Edge<>(a, dy -> adjoints.added(toA.apply(dy), a)),
                        new Edge<>(b, dy -> adjoints.added(toB.apply(dy), b))));
    }

    @Override
    public Shape shape(T x) {
        return inner.shape(x);
    }

    @Override
    public T constant(double value) {
        return inner.constant(value);
    }

    @Override
    public T constant(Shape shape, double[] values) {
        return inner.constant(shape, values);
    }

    @Override
    public T parameter(Scope at, Shape shape, Initializer initializer) {
        return inner.parameter(at, shape, initializer);
    }

    @Override
    public States<T> states() {
        return inner.states();
    }

    @Override
    public T uniform(Scope at, T like) {
        return inner.uniform(at, like);
    }

    @Override
    public T normal(Scope at, T like) {
        return inner.normal(at, like);
    }

    @Override
    public boolean training() {
        return inner.training();
    }

    @Override
    public T matMul(T a, T b) {
        return both(inner.matMul(a, b), a, dy -> matMul(dy, transpose(b)), b, dy -> matMul(transpose(a), dy));
    }

    @Override
    public T biasAdd(T x, T bias) {
        return both(inner.biasAdd(x, bias), x, dy -> dy, bias, dy -> dy);
    }

    @Override
    public T reshape(T x, Shape shape) {
        return one(inner.reshape(x, shape), x, dy -> reshape(dy, shape(x)));
    }

    @Override
    public T roll(T x, int places) {
        return one(inner.roll(x, places), x, dy -> roll(dy, -places));
    }

    @Override
    public T transpose(T x) {
        return one(inner.transpose(x), x, this::transpose);
    }

    @Override
    public T concat(int axis, List<T> parts) {
        return recording.all(inner.concat(axis, parts), adjoints.parts(axis, parts));
    }

    @Override
    public T slice(T x, int axis, int from, int to) {
        int along = Math.floorMod(axis, shape(x).rank());
        int after = shape(x).dim(along) - to;
        return one(inner.slice(x, axis, from, to), x, dy -> adjoints.padded(dy, along, from, after));
    }

    @Override
    public T conv2d(T x, T kernel, int stride, int pad) {
        T y = inner.conv2d(x, kernel, stride, pad);
        UnaryOperator<T> toKernel = dy -> adjoints.kernel(x, dy, kernel, stride, pad);
        return both(y, x, dy -> adjoints.convolved(dy, x, kernel, stride, pad), kernel, toKernel);
    }

    @Override
    public T conv2dTranspose(T x, T kernel, int stride, int pad) {
        T y = inner.conv2dTranspose(x, kernel, stride, pad);
        UnaryOperator<T> toKernel = dy -> adjoints.kernel(dy, x, kernel, stride, pad);
        return both(y, x, dy -> conv2d(dy, kernel, stride, pad), kernel, toKernel);
    }

    @Override
    public T windows(T x, int size, int stride, double fill) {
        return one(inner.windows(x, size, stride, fill), x, dy -> adjoints.windows(dy, x, size, stride));
    }

    @Override
    public T maxPool(T x, int size, int stride) {
        T largest = inner.maxPool(x, size, stride);
        return one(largest, x, dy -> adjoints.pooled(dy, x, largest, size, stride));
    }

    @Override
    public T add(T a, T b) {
        return both(inner.add(a, b), a, dy -> dy, b, dy -> dy);
    }

    @Override
    public T subtract(T a, T b) {
        return both(inner.subtract(a, b), a, dy -> dy, b, this::negate);
    }

    @Override
    public T multiply(T a, T b) {
        return both(inner.multiply(a, b), a, dy -> multiply(dy, b), b, dy -> multiply(dy, a));
    }

    @Override
    public T divide(T a, T b) {
        T quotient = inner.divide(a, b);
        return both(quotient, a, dy -> divide(dy, b), b, dy -> negate(divide(multiply(dy, quotient), b)));
    }

    @Override
    public T negate(T x) {
        return one(inner.negate(x), x, this::negate);
    }

    @Override
    public T exp(T x) {
        T value = inner.exp(x);
        return one(value, x, dy -> multiply(dy, value));
    }

    @Override
    public T log(T x) {
        return one(inner.log(x), x, dy -> divide(dy, x));
    }

    @Override
    public T sqrt(T x) {
        T root = inner.sqrt(x);
        return one(root, x, dy -> divide(dy, multiply(constant(2), root)));
    }

    @Override
    public T abs(T x) {
        return one(inner.abs(x), x, dy -> multiply(dy, subtract(greater(x, constant(0)), greater(constant(0), x))));
    }

    @Override
    public T relu(T x) {
        return one(inner.relu(x), x, dy -> multiply(dy, greater(x, constant(0))));
    }

    @Override
    public T leakyRelu(T x, double slope) {
        UnaryOperator<T> back = dy -> select(greater(x, constant(0)), dy, multiply(dy, constant(slope)));
        return one(inner.leakyRelu(x, slope), x, back);
    }

    @Override
    public T softplus(T x) {
        return one(inner.softplus(x), x, dy -> multiply(dy, sigmoid(x)));
    }

    @Override
    public T sigmoid(T x) {
        T value = inner.sigmoid(x);
        // 1 - sigmoid(x) would round to 0 from x = 37 on.
        return one(value, x, dy -> multiply(dy, multiply(value, sigmoid(negate(x)))));
    }

    @Override
    public T tanh(T x) {
        T value = inner.tanh(x);
        return one(value, x, dy -> multiply(dy, subtract(constant(1), multiply(value, value))));
    }

    @Override
    public T greater(T a, T b) {
        return inner.greater(a, b);
    }

    @Override
    public T select(T condition, T a, T b) {
        T chosen = inner.select(condition, a, b);
        return both(chosen, a, dy -> select(condition, dy, constant(0)), b, dy -> select(condition, constant(0), dy));
    }

    @Override
    public T stopGradient(T x) {
        T stopped = inner.stopGradient(x);
        // An interpreter without gradients may give the same object, through which the recording would go on.
        return stopped == x ? inner.add(x, constant(0)) : stopped;
    }

    @Override
    public T sum(T x, int... axes) {
        return one(inner.sum(x, axes), x, dy -> adjoints.repeated(dy, x));
    }

    @Override
    public T mean(T x, int... axes) {
        return one(inner.mean(x, axes), x, dy -> adjoints.averaged(dy, x, axes));
    }

    @Override
    public T logSumExp(T x, int... axes) {
        T value = inner.logSumExp(x, axes);
        return one(value, x, dy -> multiply(dy, exp(subtract(x, value))));
    }

    @Override
    public T max(T x, int... axes) {
        T largest = inner.max(x, axes);
        return one(largest, x, dy -> adjoints.shared(dy, x, largest, axes));
    }
}
