package com.example.play;

import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * L_D = E[softplus(-a(x))] + k·E[softplus(a(G(z)))], L_G = E[softplus(-a(G(z)))], where k begins with 1 and after each update of D
 * is k·exp(rate·(share of generated examples accepted - share of real examples rejected)), held between 1/10 and 10.
 */
@About("likelihood in which D's weight of generated examples follows its two kinds of errors")
public record Balanced(
        @Param(value = "0.01", min = 0, max = 1, doc = "change of log k for a difference of 1")
        double rate) implements Loss {
    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        Expr<T> k = d.memory().get("k", 1);
        Expr<T> accepted = d.fake().greater(0).mean();
        Expr<T> rejected = d.real().negate().greater(0).mean();
        Expr<T> change = accepted.minus(rejected).times(rate).exp();
        d.memory().set("k", k.times(change).clip(0.1, 10));
        return d.real()
                .negate()
                .softplus()
                .mean()
                .plus(k.times(d.fake().softplus().mean()));
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return d.fake().negate().softplus().mean();
    }
}
