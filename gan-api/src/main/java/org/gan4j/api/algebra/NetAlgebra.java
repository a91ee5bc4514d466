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

    /** Matrix product of [a×b] and [b×c]. */
    T matMul(T a, T b);

    /** Adds a vector along the last axis. Its own operation because backends fuse it with the product before it. */
    T biasAdd(T x, T bias);

    /** The same values in row-major order under another shape; {@link Shape#ANY} may stand for the batch axis. */
    T reshape(T x, Shape shape);

    T concat(int axis, List<T> parts);

    /**
     * Independent draws from U[0, 1) of the shape of {@code like}. The scope names the random stream, so the draw of a
     * step depends on (seed, scope, use within the step, step) alone.
     */
    T uniform(Scope at, T like);

    /** As {@link #uniform}, from N(0, 1). */
    T normal(Scope at, T like);

    /** Whether the net is being trained: dropout acts only then. */
    boolean training();
}
