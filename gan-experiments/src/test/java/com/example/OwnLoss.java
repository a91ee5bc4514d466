package com.example;

import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.Param;

/** A loss that gan4j did not ship. */
public record OwnLoss(
        @Param(value = "1", min = 0, doc = "a margin") double margin) implements Loss {
    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        return d.fake().mean();
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return d.fake().mean();
    }
}
