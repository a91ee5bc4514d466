package org.gan4j.api;

import org.gan4j.api.algebra.Expr;

/**
 * The discriminator's logits a, where D(x) = sigmoid(a).
 *
 * @param real logits of real examples, [batch]
 * @param fake logits of generated examples, [batch]
 */
public record Scores<T>(Expr<T> real, Expr<T> fake) {}
