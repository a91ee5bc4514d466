package org.gan4j.standard.layer.normalization;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.algebra.States;
import org.gan4j.standard.initializer.Normal;

/** Another algebra, except that weights with two axes or more are divided by an estimate of their largest singular value. */
record SpectralAlgebra<T>(NetAlgebra<T> of) implements NetAlgebra<T> {
    private static final double TINY = 1e-12;
    private static final String BIAS = ".bias";

    @Override
    public T parameter(Scope at, Shape shape, Initializer initializer) {
        T weights = of.parameter(at, shape, initializer);
        return shape.rank() < 2 || at.name().endsWith(BIAS)
                ? weights
                : divided(at, Expr.of(of, weights), shape).raw();
    }

    private Expr<T> divided(Scope at, Expr<T> weights, Shape shape) {
        int columns = shape.dim(-1);
        Expr<T> matrix = weights.with(of.reshape(weights.raw(), Shape.of(shape.size() / columns, columns)));
        Scope place = at.child("direction");
        Expr<T> u = weights.with(of.states().before(place, Shape.of(columns), new Normal(1)));
        Expr<T> v = unit(product(matrix, column(u))).stopGradient();
        Expr<T> back = product(weights.with(of.transpose(matrix.raw())), v);
        Expr<T> next = unit(back).stopGradient();
        of.keep(place, of.reshape(next.raw(), Shape.of(columns)));
        return weights.over(back.times(next).sum().plus(TINY));
    }

    private Expr<T> column(Expr<T> vector) {
        return vector.with(
                of.reshape(vector.raw(), Shape.of(of.shape(vector.raw()).size(), 1)));
    }

    private Expr<T> product(Expr<T> a, Expr<T> b) {
        return a.with(of.matMul(a.raw(), b.raw()));
    }

    private Expr<T> unit(Expr<T> vector) {
        return vector.over(vector.square().sum().sqrt().plus(TINY));
    }

    @Override
    public T constant(double value) {
        return of.constant(value);
    }

    @Override
    public T add(T a, T b) {
        return of.add(a, b);
    }

    @Override
    public T subtract(T a, T b) {
        return of.subtract(a, b);
    }

    @Override
    public T multiply(T a, T b) {
        return of.multiply(a, b);
    }

    @Override
    public T divide(T a, T b) {
        return of.divide(a, b);
    }

    @Override
    public T negate(T x) {
        return of.negate(x);
    }

    @Override
    public T exp(T x) {
        return of.exp(x);
    }

    @Override
    public T log(T x) {
        return of.log(x);
    }

    @Override
    public T sqrt(T x) {
        return of.sqrt(x);
    }

    @Override
    public T abs(T x) {
        return of.abs(x);
    }

    @Override
    public T relu(T x) {
        return of.relu(x);
    }

    @Override
    public T leakyRelu(T x, double slope) {
        return of.leakyRelu(x, slope);
    }

    @Override
    public T softplus(T x) {
        return of.softplus(x);
    }

    @Override
    public T sigmoid(T x) {
        return of.sigmoid(x);
    }

    @Override
    public T tanh(T x) {
        return of.tanh(x);
    }

    @Override
    public T greater(T a, T b) {
        return of.greater(a, b);
    }

    @Override
    public T select(T condition, T a, T b) {
        return of.select(condition, a, b);
    }

    @Override
    public T stopGradient(T x) {
        return of.stopGradient(x);
    }

    @Override
    public T sum(T x, int... axes) {
        return of.sum(x, axes);
    }

    @Override
    public T mean(T x, int... axes) {
        return of.mean(x, axes);
    }

    @Override
    public T logSumExp(T x, int... axes) {
        return of.logSumExp(x, axes);
    }

    @Override
    public T max(T x, int... axes) {
        return of.max(x, axes);
    }

    @Override
    public Shape shape(T x) {
        return of.shape(x);
    }

    @Override
    public T constant(Shape shape, double[] values) {
        return of.constant(shape, values);
    }

    @Override
    public States<T> states() {
        return of.states();
    }

    @Override
    public T matMul(T a, T b) {
        return of.matMul(a, b);
    }

    @Override
    public T biasAdd(T x, T bias) {
        return of.biasAdd(x, bias);
    }

    @Override
    public T reshape(T x, Shape shape) {
        return of.reshape(x, shape);
    }

    @Override
    public T concat(int axis, List<T> parts) {
        return of.concat(axis, parts);
    }

    @Override
    public T slice(T x, int axis, int from, int to) {
        return of.slice(x, axis, from, to);
    }

    @Override
    public T transpose(T x) {
        return of.transpose(x);
    }

    @Override
    public T conv2d(T x, T kernel, int stride, int pad) {
        return of.conv2d(x, kernel, stride, pad);
    }

    @Override
    public T conv2dTranspose(T x, T kernel, int stride, int pad) {
        return of.conv2dTranspose(x, kernel, stride, pad);
    }

    @Override
    public T windows(T x, int size, int stride, double fill) {
        return of.windows(x, size, stride, fill);
    }

    @Override
    public T maxPool(T x, int size, int stride) {
        return of.maxPool(x, size, stride);
    }

    @Override
    public T uniform(Scope at, T like) {
        return of.uniform(at, like);
    }

    @Override
    public T normal(Scope at, T like) {
        return of.normal(at, like);
    }

    @Override
    public boolean training() {
        return of.training();
    }

    @Override
    public T roll(T x, int by) {
        return of.roll(x, by);
    }
}
