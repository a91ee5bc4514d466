package org.gan4j.api;

import org.gan4j.api.algebra.Expr;

/**
 * The discriminator's logits a, where D(x) = sigmoid(a), and what the loss keeps between updates.
 *
 * @param real   logits of real examples, [batch]
 * @param fake   logits of generated examples, [batch]
 * @param memory what the loss has kept
 */
public record Scores<T>(Expr<T> real, Expr<T> fake, Memory<T> memory) {
    /** Creates scores for a loss that has kept nothing yet. */
    public Scores(Expr<T> real, Expr<T> fake) {
        this(real, fake, Memory.ofFirstValues(real.algebra()));
    }

    /** Returns other logits, with the same memory. */
    public Scores<T> with(Expr<T> otherReal, Expr<T> otherFake) {
        return new Scores<>(otherReal, otherFake, memory);
    }

    /** Returns the same logits, with another memory. */
    public Scores<T> with(Memory<T> other) {
        return new Scores<>(real, fake, other);
    }
}
