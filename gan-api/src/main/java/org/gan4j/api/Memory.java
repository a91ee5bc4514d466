package org.gan4j.api;

import org.gan4j.api.algebra.Algebra;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;

/**
 * The values that a loss or a term keeps between updates, such as a balance of both players. They are saved and resumed
 * with the weights. Scalars are reported as the signals {@code state/NAME}; those of a term as {@code state/TERM.NAME}.
 *
 * <p>What is set counts only in updates that move the player whose objective, or term, has set it. Probes, pictures and
 * metrics never change it.
 */
public interface Memory<T> {
    /**
     * Returns a value as it was before this update. No gradient flows through it.
     *
     * @param name  lower-case letters, digits and hyphens
     * @param first the value before the first update, everywhere in the shape
     */
    Expr<T> get(String name, Shape shape, double first);

    /** Returns a scalar as it was before this update. */
    default Expr<T> get(String name, double first) {
        return get(name, Shape.of(), first);
    }

    /** Sets the value after this update. A name that nobody has asked for is 0 before its first update. */
    void set(String name, Expr<T> value);

    /** Returns a memory of which every value is the first one, as a scalar, and which forgets what is set. */
    static <T> Memory<T> ofFirstValues(Algebra<T> algebra) {
        return new Memory<>() {
            @Override
            public Expr<T> get(String name, Shape shape, double first) {
                return Expr.of(algebra, algebra.constant(first));
            }

            @Override
            public void set(String name, Expr<T> value) {}
        };
    }
}
