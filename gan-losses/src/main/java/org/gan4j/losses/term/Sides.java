package org.gan4j.losses.term;

import org.gan4j.api.algebra.Expr;

/** The sides of a target on which a length costs something. */
public enum Sides {
    /** Lengths above and below the target. */
    TWO,
    /** Lengths above the target. */
    ONE;

    /** Returns by how much lengths miss the target, on the sides that count. */
    <T> Expr<T> excess(Expr<T> lengths, double target) {
        Expr<T> excess = lengths.minus(target);
        return this == ONE ? excess.relu() : excess;
    }
}
