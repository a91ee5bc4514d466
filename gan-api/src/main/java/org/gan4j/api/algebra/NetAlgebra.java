package org.gan4j.api.algebra;

import java.util.List;

/**
 * {@link Algebra} plus what layers need. Weights are asked for by name: asking twice for the same scope gives the same
 * tensor, so a discriminator applied to real, generated and mixed batches shares its weights without flags.
 */
public interface NetAlgebra<T> extends Algebra<T> {
    /** The shape as far as it is known; the batch axis is {@link Shape#ANY}. */
    Shape shape(T x);

    /** A constant tensor; {@code values} in row-major order. */
    T constant(Shape shape, double[] values);

    /**
     * Trainable weights named by the scope, created by the initializer the first time they are asked for.
     *
     * @throws IllegalArgumentException if the name was used before with another shape
     */
    T parameter(Scope at, Shape shape, Initializer initializer);

    /** Returns the tensors that layers keep between updates. */
    States<T> states();

    /** Returns the present value of a tensor that a layer keeps between updates ({@link States#get}). */
    default T state(Scope at, Shape shape, Initializer first) {
        return states().get(at, shape, first);
    }

    /** Sets the value after this update of a tensor that a layer keeps ({@link States#keep}). */
    default void keep(Scope at, T value) {
        states().keep(at, stopGradient(value));
    }

    /** Matrix product of [a×b] and [b×c]. */
    T matMul(T a, T b);

    /**
     * Adds a vector along the last axis. This is an operation of its own because backends fuse it with the product
     * before it.
     */
    T biasAdd(T x, T bias);

    /** The same values in row-major order under another shape; {@link Shape#ANY} may stand for the batch axis. */
    T reshape(T x, Shape shape);

    T concat(int axis, List<T> parts);

    /** The values of x whose place along an axis is {@code from} or later and before {@code to}. */
    T slice(T x, int axis, int from, int to);

    /**
     * The examples of a batch in another order: example i of the result is example i + places of x, counted from the
     * beginning again after the last. The number of places may be negative.
     */
    T roll(T x, int places);

    /** A matrix [a×b] as [b×a]. */
    T transpose(T x);

    /**
     * Convolution as nets define it, without flipping the kernel. x is [batch × height × width × in] with {@code pad}
     * zeros put around each image, the kernel [k × k × in × out], and each image of the result as high as the kernel
     * fits in steps of {@code stride}: (height + 2·pad - k) / stride + 1, rounded down; its width likewise.
     */
    T conv2d(T x, T kernel, int stride, int pad);

    /**
     * The transpose of {@link #conv2d}, which spreads each value of x over k × k: x is [batch × height × width × in], the
     * kernel [k × k × out × in], and each image of the result (height - 1)·stride + k - 2·pad high; its width likewise.
     */
    T conv2dTranspose(T x, T kernel, int stride, int pad);

    /**
     * The values in each window of size × size, side by side: from [batch × height × width × channels] to [batch × rows
     * × columns × size² × channels]. Windows begin every {@code stride} values until one reaches the edge: rows is
     * (height - size) / stride + 1, rounded up. The part of a window beyond the edge holds {@code fill}.
     *
     * @param stride at most size, so that no window lies beyond the edge as a whole
     */
    T windows(T x, int size, int stride, double fill);

    /**
     * The largest value of each channel in each of the {@link #windows}, [batch × rows × columns × channels]; slopes as
     * for {@link #max}. A backend may run a kernel of its own; a test must hold it equal to this definition.
     */
    default T maxPool(T x, int size, int stride) {
        T largest = max(windows(x, size, stride, Double.NEGATIVE_INFINITY), 3);
        Shape shape = shape(largest);
        return reshape(largest, Shape.of(Shape.ANY, shape.dim(1), shape.dim(2), shape.dim(4)));
    }

    /**
     * Independent draws from U[0, 1) of the shape of {@code like}. The scope names the random stream, so the draw of a
     * step depends on (seed, scope, use within the step, step) alone.
     */
    T uniform(Scope at, T like);

    /** Independent draws from N(0, 1); otherwise like {@link #uniform}. */
    T normal(Scope at, T like);

    /** Returns whether the net is being trained. Dropout acts only then. */
    boolean training();
}
