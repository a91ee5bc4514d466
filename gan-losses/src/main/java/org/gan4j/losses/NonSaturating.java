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
 * The generator's other objective: L_D as in {@link Minimax}, L_G = -E[log D(G(z))].
 *
 * <p>Optimum: the same D* = p / (p + q) and the same fixed point p = q. The slope of L_G by a logit a is -(1 - sigmoid(a)): it
 * tends to -1 where the discriminator is sure that an example is generated. At D*, L_G falls with KL(q ‖ p) - 2·JSD(p ‖ q), so
 * its gradient and that of {@link Minimax} add up to the gradient of KL(q ‖ p).
 *
 * <p>Source: Goodfellow et al. 2014, arXiv:1406.2661, section 3. The published code halves L_D; set
 * {@code discriminatorScale=0.5} for it.
 */
@About(
        value = "the generator maximises log D(G(z)): strong gradients where D is sure",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 3",
        family = "Classic",
        optimum = "D* = p / (p + q); L_G then falls with KL(q ‖ p) - 2·JSD(p ‖ q), and q = p is the fixed point")
public record NonSaturating(
        @Param(value = "1", min = 0, doc = "factor of L_D: 1 in the paper's text, 0.5 in its code")
        double discriminatorScale)
        implements Loss {
    /** Checks the scale. */
    public NonSaturating {
        new Likelihood(discriminatorScale);
    }

    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        return new Likelihood(discriminatorScale).of(d);
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return d.fake().negate().softplus().mean();
    }

    @Override
    public List<Law> laws() {
        ClosedForms forms = ClosedForms.of(this);
        return Stream.concat(
                        new Likelihood(discriminatorScale).laws(forms).stream(),
                        Stream.of(
                                forms.generatorSlope(0, -0.5),
                                forms.generatorSlope(-10, -1 / (1 + Math.exp(-10))),
                                forms.generatorSlope(10, -1 / (1 + Math.exp(10))),
                                forms.generatorGradient(0, 0),
                                forms.generatorGradient(1, 1 - Gaussians.twiceJensenShannonSlope(1)),
                                forms.generatorGradient(4, 4 - Gaussians.twiceJensenShannonSlope(4))))
                .toList();
    }
}
