package org.gan4j.api.net;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.part.ExtensionPoint;

/**
 * One step of a net, x ↦ apply(x). A layer is a record: its components are its parameters, and {@link #apply} is
 * written once for every interpreter of the algebra.
 *
 * <p>Shapes: x is [batch × …]; the result keeps the batch axis. Weights are asked for with
 * {@code net.parameter(at.child("weights"), shape, initializer)}; asking again under the same scope gives the same weights.
 *
 * <p>Errors: an input that does not fit is refused with an {@link IllegalArgumentException} that names the scope, the shape
 * that was expected and the shape that came. The shape interpreter runs before anything native loads, so users meet the
 * message at once.
 *
 * <p>Layers hold no state and may be used by several threads.
 */
public interface Layer {
    ExtensionPoint<Layer> POINT =
            ExtensionPoint.several("layer", Layer.class, "one step of a net", "generator.activation=relu");

    /**
     * The name of this kind of layer, the same for every layer of the class: lower-case letters, digits and hyphens,
     * with a letter at each end. Within a net, weights are named by it and a number ({@code maxout1}, {@code maxout2}),
     * and first values and checkpoints follow from these names. The name therefore stays the same when the class is
     * renamed.
     */
    String kind();

    <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x);

    /**
     * Returns whether the result for one example is independent of the others in its batch. If this holds for every
     * layer, a backend may send real and generated examples through a discriminator together, which is faster.
     */
    default boolean separatesExamples() {
        return true;
    }
}
