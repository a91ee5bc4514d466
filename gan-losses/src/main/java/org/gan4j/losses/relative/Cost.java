package org.gan4j.losses.relative;

import org.gan4j.api.algebra.Expr;

/** What a player pays for a margin m, the difference of logits that it wants to be large. */
public enum Cost {
    /** softplus(-m), as in the paper of 2014. */
    STANDARD {
        @Override
        <T> Expr<T> of(Expr<T> margin) {
            return margin.negate().softplus();
        }
    },
    /** (m - 1)². */
    LEAST_SQUARES {
        @Override
        <T> Expr<T> of(Expr<T> margin) {
            return margin.minus(1).square();
        }
    },
    /** max(0, 1 - m). */
    HINGE {
        @Override
        <T> Expr<T> of(Expr<T> margin) {
            return margin.constant(1).minus(margin).relu();
        }
    };

    abstract <T> Expr<T> of(Expr<T> margin);
}
