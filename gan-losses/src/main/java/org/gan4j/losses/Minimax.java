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
 * The two-player game itself: L_D = -E[log D(x)] - E[log(1 - D(G(z)))], L_G = E[log(1 - D(G(z)))].
 *
 * <p>Optimum: D* = p / (p + q), where L_G falls with 2·JSD(p ‖ q) and the value of the game is -log 4 at p = q. The slope of L_G
 * by a logit a is -sigmoid(a): it vanishes where the discriminator is sure that an example is generated, so the generator
 * learns slowest when it is worst.
 *
 * <p>Source: Goodfellow et al. 2014, arXiv:1406.2661, equation 1. The published code halves L_D; set
 * {@code discriminatorScale=0.5} for it.
 */
@About(
        value = "both players at odds over one value; the generator saturates where D is sure",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, equation 1",
        family = "Classic",
        optimum = "D* = p / (p + q); L_G then falls with 2·JSD(p ‖ q), which is 0 at q = p")
public record Minimax(
        @Param(value = "1", min = 0, doc = "factor of L_D: 1 in the paper's text, 0.5 in its code")
        double discriminatorScale)
        implements Loss {
    /** Checks the scale. */
    public Minimax {
        new Likelihood(discriminatorScale);
    }

    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        return new Likelihood(discriminatorScale).of(d);
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return d.fake().softplus().mean().negate();
    }

    @Override
    public List<Law> laws() {
        ClosedForms forms = ClosedForms.of(this);
        return Stream.concat(
                        new Likelihood(discriminatorScale).laws(forms).stream(),
                        Stream.of(
                                forms.generatorSlope(0, -0.5),
                                forms.generatorSlope(-10, -1 / (1 + Math.exp(10))),
                                forms.generatorSlope(10, -1 / (1 + Math.exp(-10))),
                                forms.generatorGradient(0, 0),
                                forms.generatorGradient(1, Gaussians.twiceJensenShannonSlope(1)),
                                forms.generatorGradient(4, Gaussians.twiceJensenShannonSlope(4))))
                .toList();
    }
}
