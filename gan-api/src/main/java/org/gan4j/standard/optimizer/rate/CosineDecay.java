package org.gan4j.standard.optimizer.rate;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.rule.RateDecay;

/**
 * η ← η·(e + (1 - e)·(1 + cos(π·p)) / 2), where p rises from 0 to 1 over the given updates, and e is the factor at their
 * end: the rate falls slowly at first and in the end, and fastest in between.
 */
@About(
        value = "another rule, whose learning rate falls along half a cosine wave",
        source = "Loshchilov and Hutter 2017, arXiv:1608.03983, equation 5, without restarts")
public record CosineDecay(
        @Param(value = "0", min = 0, doc = "updates of the player before the rate begins to fall")
        long start,

        @Param(min = 1, doc = "updates until the rate has fallen")
        long updates,

        @Param(value = "0", min = 0, doc = "factor of the rate from then on")
        double end,

        @Param(value = "adam", doc = "makes the updates") Optimizer rule)
        implements RateDecay {
    /** The next term of the power series would be (π/2)¹⁸/18! = 5e-13 at most. */
    private static final int TERMS = 8;

    public CosineDecay {
        DecayedRule.require(rule);
    }

    @Override
    public Optimizer around(Optimizer other) {
        return new CosineDecay(start, updates, end, other);
    }

    /** Uses (1 + cos(π·p)) / 2 = cos²(π·p/2). */
    @Override
    public <T> Expr<T> factor(Expr<T> made) {
        Expr<T> angle = ElapsedShare.of(start, updates, made).times(Math.PI / 2);
        return cosine(angle).square().times(1 - end).plus(end);
    }

    /** Returns cos(x) by its power series, for x between 0 and π/2; the algebra has no cosine. */
    private static <T> Expr<T> cosine(Expr<T> x) {
        Expr<T> square = x.square();
        Expr<T> sum = x.constant(1);
        for (int n = TERMS; n > 0; n--) {
            sum = sum.times(square).over(-2.0 * n * (2 * n - 1)).plus(1);
        }
        return sum;
    }
}
