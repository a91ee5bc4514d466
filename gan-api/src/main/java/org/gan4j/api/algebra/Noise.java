package org.gan4j.api.algebra;

/**
 * The random numbers of one batch, drawn inside the backend's graph. Each call is an independent sub-stream, numbered
 * in the order of the calls, so the calls of a prior or sampler must not depend on anything but its own parameters.
 */
public interface Noise<T> {
    NetAlgebra<T> algebra();

    /** U[0, 1), shape [batch × example]. */
    Expr<T> uniform(Shape example);

    /** N(0, 1), shape [batch × example]. */
    Expr<T> normal(Shape example);
}
