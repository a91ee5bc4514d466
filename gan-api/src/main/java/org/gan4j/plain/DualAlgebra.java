package org.gan4j.plain;

import java.util.List;
import java.util.Map;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.algebra.States;

/**
 * Values together with their exact derivative along one direction (forward mode), over any other algebra. Over itself it gives
 * second derivatives.
 *
 * <p>Where an operation has a kink, the slope is the one that {@link org.gan4j.api.algebra.Algebra} states; the slope of
 * {@code max} is shared equally among the largest values.
 */
public final class DualAlgebra<T> implements NetAlgebra<Dual<T>> {
    private final NetAlgebra<T> inner;
    private final Map<String, T> directions;

    /**
     * Creates an algebra in which some weights move.
     *
     * @param directions the derivative of weights, by full name; all others stand still
     */
    public DualAlgebra(NetAlgebra<T> inner, Map<String, T> directions) {
        this.inner = inner;
        this.directions = Map.copyOf(directions);
    }

    /** Creates an algebra in which no weight moves. */
    public DualAlgebra(NetAlgebra<T> inner) {
        this(inner, Map.of());
    }

    /** Returns a tensor whose derivative is 0. */
    public Dual<T> still(T value) {
        return new Dual<>(value, zeros(value));
    }

    /** Returns zeros of the shape of x, also where x is not finite. */
    private T zeros(T x) {
        return inner.greater(x, x);
    }

    private T one() {
        return inner.constant(1);
    }

    private Dual<T> chain(T value, T derivative, Dual<T> x) {
        return new Dual<>(value, inner.multiply(derivative, x.slope()));
    }

    @Override
    public Shape shape(Dual<T> x) {
        return inner.shape(x.value());
    }

    @Override
    public Dual<T> constant(double value) {
        return still(inner.constant(value));
    }

    @Override
    public Dual<T> constant(Shape shape, double[] values) {
        return still(inner.constant(shape, values));
    }

    @Override
    public Dual<T> parameter(Scope at, Shape shape, Initializer initializer) {
        T value = inner.parameter(at, shape, initializer);
        T direction = directions.get(at.name());
        return direction == null ? still(value) : new Dual<>(value, direction);
    }

    @Override
    public States<Dual<T>> states() {
        return new StillStates<>(this, inner.states());
    }

    /** States of which nothing moves. */
    private record StillStates<T>(DualAlgebra<T> algebra, States<T> inner) implements States<Dual<T>> {
        @Override
        public Dual<T> get(Scope at, Shape shape, Initializer first) {
            return algebra.still(inner.get(at, shape, first));
        }

        @Override
        public Dual<T> before(Scope at, Shape shape, Initializer first) {
            return algebra.still(inner.before(at, shape, first));
        }

        @Override
        public void keep(Scope at, Dual<T> value) {
            inner.keep(at, value.value());
        }
    }

    @Override
    public Dual<T> uniform(Scope at, Dual<T> like) {
        return still(inner.uniform(at, like.value()));
    }

    @Override
    public Dual<T> normal(Scope at, Dual<T> like) {
        return still(inner.normal(at, like.value()));
    }

    @Override
    public boolean training() {
        return inner.training();
    }

    @Override
    public Dual<T> matMul(Dual<T> a, Dual<T> b) {
        return new Dual<>(
                inner.matMul(a.value(), b.value()),
                inner.add(inner.matMul(a.slope(), b.value()), inner.matMul(a.value(), b.slope())));
    }

    @Override
    public Dual<T> biasAdd(Dual<T> x, Dual<T> bias) {
        return new Dual<>(inner.biasAdd(x.value(), bias.value()), inner.biasAdd(x.slope(), bias.slope()));
    }

    @Override
    public Dual<T> reshape(Dual<T> x, Shape shape) {
        return new Dual<>(inner.reshape(x.value(), shape), inner.reshape(x.slope(), shape));
    }

    @Override
    public Dual<T> concat(int axis, List<Dual<T>> parts) {
        return new Dual<>(
                inner.concat(axis, parts.stream().map(Dual::value).toList()),
                inner.concat(axis, parts.stream().map(Dual::slope).toList()));
    }

    @Override
    public Dual<T> slice(Dual<T> x, int axis, int from, int to) {
        return new Dual<>(inner.slice(x.value(), axis, from, to), inner.slice(x.slope(), axis, from, to));
    }

    @Override
    public Dual<T> roll(Dual<T> x, int places) {
        return new Dual<>(inner.roll(x.value(), places), inner.roll(x.slope(), places));
    }

    @Override
    public Dual<T> transpose(Dual<T> x) {
        return new Dual<>(inner.transpose(x.value()), inner.transpose(x.slope()));
    }

    @Override
    public Dual<T> conv2d(Dual<T> x, Dual<T> kernel, int stride, int pad) {
        return new Dual<>(
                inner.conv2d(x.value(), kernel.value(), stride, pad),
                inner.add(
                        inner.conv2d(x.slope(), kernel.value(), stride, pad),
                        inner.conv2d(x.value(), kernel.slope(), stride, pad)));
    }

    @Override
    public Dual<T> conv2dTranspose(Dual<T> x, Dual<T> kernel, int stride, int pad) {
        return new Dual<>(
                inner.conv2dTranspose(x.value(), kernel.value(), stride, pad),
                inner.add(
                        inner.conv2dTranspose(x.slope(), kernel.value(), stride, pad),
                        inner.conv2dTranspose(x.value(), kernel.slope(), stride, pad)));
    }

    @Override
    public Dual<T> windows(Dual<T> x, int size, int stride, double fill) {
        return new Dual<>(inner.windows(x.value(), size, stride, fill), inner.windows(x.slope(), size, stride, 0));
    }

    @Override
    public Dual<T> add(Dual<T> a, Dual<T> b) {
        return new Dual<>(inner.add(a.value(), b.value()), inner.add(a.slope(), b.slope()));
    }

    @Override
    public Dual<T> subtract(Dual<T> a, Dual<T> b) {
        return new Dual<>(inner.subtract(a.value(), b.value()), inner.subtract(a.slope(), b.slope()));
    }

    @Override
    public Dual<T> multiply(Dual<T> a, Dual<T> b) {
        return new Dual<>(
                inner.multiply(a.value(), b.value()),
                inner.add(inner.multiply(a.slope(), b.value()), inner.multiply(a.value(), b.slope())));
    }

    @Override
    public Dual<T> divide(Dual<T> a, Dual<T> b) {
        T quotient = inner.divide(a.value(), b.value());
        T change = inner.subtract(a.slope(), inner.multiply(quotient, b.slope()));
        return new Dual<>(quotient, inner.divide(change, b.value()));
    }

    @Override
    public Dual<T> negate(Dual<T> x) {
        return new Dual<>(inner.negate(x.value()), inner.negate(x.slope()));
    }

    @Override
    public Dual<T> exp(Dual<T> x) {
        T value = inner.exp(x.value());
        return chain(value, value, x);
    }

    @Override
    public Dual<T> log(Dual<T> x) {
        return new Dual<>(inner.log(x.value()), inner.divide(x.slope(), x.value()));
    }

    @Override
    public Dual<T> sqrt(Dual<T> x) {
        T root = inner.sqrt(x.value());
        return new Dual<>(root, inner.divide(x.slope(), inner.multiply(inner.constant(2), root)));
    }

    @Override
    public Dual<T> abs(Dual<T> x) {
        T zero = inner.constant(0);
        T sign = inner.subtract(inner.greater(x.value(), zero), inner.greater(zero, x.value()));
        return chain(inner.abs(x.value()), sign, x);
    }

    @Override
    public Dual<T> relu(Dual<T> x) {
        return chain(inner.relu(x.value()), inner.greater(x.value(), inner.constant(0)), x);
    }

    @Override
    public Dual<T> leakyRelu(Dual<T> x, double slope) {
        T positive = inner.greater(x.value(), inner.constant(0));
        T derivative = inner.select(positive, one(), inner.constant(slope));
        return chain(inner.leakyRelu(x.value(), slope), derivative, x);
    }

    @Override
    public Dual<T> softplus(Dual<T> x) {
        return chain(inner.softplus(x.value()), inner.sigmoid(x.value()), x);
    }

    @Override
    public Dual<T> sigmoid(Dual<T> x) {
        T value = inner.sigmoid(x.value());
        // 1 - sigmoid(x) would round to 0 from x = 37 on.
        T complement = inner.sigmoid(inner.negate(x.value()));
        return chain(value, inner.multiply(value, complement), x);
    }

    @Override
    public Dual<T> tanh(Dual<T> x) {
        T value = inner.tanh(x.value());
        return chain(value, inner.subtract(one(), inner.multiply(value, value)), x);
    }

    @Override
    public Dual<T> greater(Dual<T> a, Dual<T> b) {
        return still(inner.greater(a.value(), b.value()));
    }

    @Override
    public Dual<T> select(Dual<T> condition, Dual<T> a, Dual<T> b) {
        return new Dual<>(
                inner.select(condition.value(), a.value(), b.value()),
                inner.select(condition.value(), a.slope(), b.slope()));
    }

    @Override
    public Dual<T> stopGradient(Dual<T> x) {
        return still(inner.stopGradient(x.value()));
    }

    @Override
    public Dual<T> sum(Dual<T> x, int... axes) {
        return new Dual<>(inner.sum(x.value(), axes), inner.sum(x.slope(), axes));
    }

    @Override
    public Dual<T> mean(Dual<T> x, int... axes) {
        return new Dual<>(inner.mean(x.value(), axes), inner.mean(x.slope(), axes));
    }

    @Override
    public Dual<T> logSumExp(Dual<T> x, int... axes) {
        T value = inner.logSumExp(x.value(), axes);
        T shares = inner.exp(inner.subtract(x.value(), value));
        return new Dual<>(value, inner.sum(inner.multiply(shares, x.slope()), axes));
    }

    @Override
    public Dual<T> max(Dual<T> x, int... axes) {
        T value = inner.max(x.value(), axes);
        T isLargest = inner.subtract(one(), inner.greater(value, x.value()));
        T shares = inner.divide(isLargest, inner.sum(isLargest, axes));
        return new Dual<>(value, inner.sum(inner.multiply(shares, x.slope()), axes));
    }
}
