package org.gan4j.losses;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.Law;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.ClosedForms;
import org.gan4j.api.laws.Gaussians;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * Both generator objectives at once: L_D as in {@link Minimax}, L_G = s·(-E[log D(G(z))]) + (1 - s)·c·E[log(1 - D(G(z)))] with the
 * share s and the factor c of L_D, so that the second part is what generated examples contribute to -L_D.
 *
 * <p>Optimum: D* = p / (p + q) and the fixed point p = q for every share. With c = 1 and the share 1/2 the slope of L_G by a logit
 * is -1/2 everywhere, so the generator's gradient at D* is half that of KL(q ‖ p).
 *
 * <p>Source: the code published with Goodfellow et al. 2014, arXiv:1406.2661, option {@code blend_obj}, with c = 1/2 and
 * s = zurich_coeff / (zurich_coeff + minimax_coeff). There the second part is the whole of -L_D; real examples have no gradient for
 * the generator and are left out here.
 */
@About(
        value = "a mix of the minimax and the non-saturating generator",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, published code, blend_obj",
        family = "Classic",
        optimum = "D* = p / (p + q) and the fixed point q = p for every share")
public record Blend(
        @Param(value = "0.5", min = 0, max = 1, doc = "share of the non-saturating objective in L_G: 0 is minimax")
        double share,

        @Param(value = "1", min = 0, doc = "factor of L_D: 1 in the paper's text, 0.5 in its code")
        double discriminatorScale)
        implements Loss {
    /** Checks the scale; the share's range is declared. */
    public Blend {
        new Likelihood(discriminatorScale);
    }

    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        return new Likelihood(discriminatorScale).of(d);
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        Expr<T> nonSaturating = d.fake().negate().softplus().mean();
        Expr<T> minimax = d.fake().softplus().mean().negate();
        return nonSaturating.times(share).plus(minimax.times((1 - share) * discriminatorScale));
    }

    @Override
    public List<Law> laws() {
        ClosedForms forms = ClosedForms.of(this);
        return Stream.concat(
                        new Likelihood(discriminatorScale).laws(forms).stream(),
                        Stream.of(
                                forms.generatorSlope(0, slope(0)),
                                forms.generatorSlope(-10, slope(-10)),
                                forms.generatorSlope(10, slope(10)),
                                forms.generatorGradient(0, 0),
                                forms.generatorGradient(1, gradient(1)),
                                forms.generatorGradient(4, gradient(4))))
                .toList();
    }

    /** -s·(1 - D) - (1 - s)·c·D. */
    private double slope(double logit) {
        double d = 1 / (1 + Math.exp(-logit));
        return -share * (1 - d) - (1 - share) * discriminatorScale * d;
    }

    /** At D*: s·(KL' - 2·JSD') + (1 - s)·c·2·JSD', where KL' = mu. */
    private double gradient(double mu) {
        double saturating = Gaussians.twiceJensenShannonSlope(mu);
        return share * (mu - saturating) + (1 - share) * discriminatorScale * saturating;
    }
}
