package org.gan4j.api.algebra;

/**
 * The tensors that the layers of a net keep between updates, such as moving averages. They are saved, exported and
 * imported with the weights, and they are not trained.
 *
 * <p>Only a net that is being trained keeps anything, and an update changes the states of those nets only whose player
 * it moves. Where a net is used several times in one update, its uses follow each other in the order in which they are
 * built. No gradient flows through a state.
 */
public interface States<T> {
    /**
     * Returns the present value of a state: the one that was kept last within this update, otherwise the value before
     * the update.
     *
     * @param first creates the value before the first update
     * @throws IllegalArgumentException if the name was used before with another shape
     */
    T get(Scope at, Shape shape, Initializer first);

    /** Returns the value before the update, whatever has been kept within it. */
    T before(Scope at, Shape shape, Initializer first);

    /**
     * Makes this the present value, and the value after the update unless another one is kept later.
     *
     * @throws IllegalArgumentException if nobody has asked for the state before, or if its shape is another one
     */
    void keep(Scope at, T value);
}
