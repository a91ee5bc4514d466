package org.gan4j.api.algebra;

/**
 * The operations over an opaque tensor {@code T} that a loss may use. A loss written against this interface is a TensorFlow
 * sub-graph, an exact {@code double[]} computation, a value with its derivative, a printed formula and a shape check,
 * depending on the interpreter it is given.
 *
 * <p>Operations are primitive here when their <em>derivative</em> matters: {@code softplus} composed from max and log has
 * the right value and the slope 1 instead of 1/2 at exactly 0, and a zero-initialised last layer produces exact zeros.
 * Everything that can be derived lives once in {@link Expr}.
 *
 * <p>Binary operations broadcast as NumPy does: axes are aligned at the end, an axis of size 1 stretches. Reductions without
 * axes reduce everything to a scalar; with axes they keep each reduced axis with size 1, so that the result broadcasts back.
 *
 * <p>Interpreters are not thread-safe; one thread builds, as with a TensorFlow graph.
 */
public interface Algebra<T> {
    T constant(double value);

    T add(T a, T b);

    T subtract(T a, T b);

    T multiply(T a, T b);

    T divide(T a, T b);

    T negate(T x);

    T exp(T x);

    /** The natural logarithm. */
    T log(T x);

    T sqrt(T x);

    /** |x|, with slope 0 at 0. */
    T abs(T x);

    /** max(0, x), with slope 0 at 0. */
    T relu(T x);

    /** x where x &gt; 0, slope·x elsewhere; at 0 the derivative is the slope. */
    T leakyRelu(T x, double slope);

    /** log(1 + exp(x)) without overflow; its derivative is the sigmoid, also at exactly 0. */
    T softplus(T x);

    /** 1 / (1 + exp(-x)) without overflow. */
    T sigmoid(T x);

    T tanh(T x);

    /** 1 where a &gt; b, else 0. Its derivative is 0. */
    T greater(T a, T b);

    /** {@code a} where the condition is not 0, {@code b} elsewhere. No gradient flows through the condition. */
    T select(T condition, T a, T b);

    /** The same value, through which no gradient flows. */
    T stopGradient(T x);

    T sum(T x, int... axes);

    T mean(T x, int... axes);

    /** log(sum(exp(x))) without overflow. */
    T logSumExp(T x, int... axes);

    /** The largest value. Where several are equal, the slopes by them add up to 1, however they are shared. */
    T max(T x, int... axes);
}
