package org.gan4j.losses;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.ClosedForms;

/**
 * The discriminator of Goodfellow et al. 2014: -scale·(E[log D(x)] + E[log(1 - D(G(z)))]). In logits a, -log D = softplus(-a)
 * and -log(1 - D) = softplus(a).
 *
 * @param scale 1 in the paper's text, 1/2 in its code
 */
record Likelihood(double scale) {
    Likelihood {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("discriminatorScale must be greater than 0, not " + scale);
        }
    }

    <T> Expr<T> of(Scores<T> d) {
        Expr<T> sum =
                d.real().negate().softplus().mean().plus(d.fake().softplus().mean());
        return scale == 1 ? sum : sum.times(scale);
    }

    /** Propositions and Theorem 1 of the paper, as far as they concern the discriminator. */
    List<Law> laws(ClosedForms forms) {
        return List.of(
                forms.optimum(0.5, 0.5, 0),
                forms.optimum(0.9, 0.1, Math.log(9)),
                forms.optimum(0.2, 0.8, -Math.log(4)),
                forms.valueAtEquality(-scale * Math.log(4)),
                forms.crossEntropy(2 * scale),
                forms.discriminatorRealSlope(0, -scale / 2),
                forms.discriminatorRealSlope(2, -scale / (1 + Math.exp(2))),
                forms.discriminatorFakeSlope(0, scale / 2),
                forms.discriminatorFakeSlope(2, scale / (1 + Math.exp(-2))));
    }
}
