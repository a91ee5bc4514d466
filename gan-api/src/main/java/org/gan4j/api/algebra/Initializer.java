package org.gan4j.api.algebra;

import org.gan4j.api.part.ExtensionPoint;

/**
 * The first values of a layer's weights, written once in the algebra. The random stream is keyed on (seed, parameter
 * name), so adding a layer does not reshuffle the others.
 */
public interface Initializer {
    ExtensionPoint<Initializer> POINT = ExtensionPoint.several(
            "initializer", Initializer.class, "first values of weights", "generator.weights=glorot");

    /**
     * The values of a new parameter.
     *
     * @return a tensor of exactly {@code site.shape()}
     */
    <T> Expr<T> values(Site<T> site);

    /** The parameter that is being initialised, and the random numbers available to it. */
    interface Site<T> {
        Shape shape();

        /** U[0, 1) of {@link #shape()}. */
        Expr<T> uniform();

        /** N(0, 1) of {@link #shape()}. */
        Expr<T> normal();

        /** One value everywhere. */
        Expr<T> constant(double value);

        /** The given values in row-major order. */
        Expr<T> constant(double[] values);

        /**
         * The mean of each data dimension over the training split, in row-major order.
         *
         * @throws org.gan4j.api.problem.InvalidInput if the data set is endless and has no such table
         */
        double[] dataMean();
    }
}
