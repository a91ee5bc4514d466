package org.gan4j.losses;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.Law;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.ClosedForms;
import org.gan4j.api.part.About;

/**
 * The generator seeks the boundary D = 1/2: L_D as in {@link Minimax}, L_G = ½·E[(log D(G(z)) - log(1 - D(G(z))))²], which is
 * ½·E[a²] in logits.
 *
 * <p>Optimum: D* = p / (p + q). The slope of L_G by a logit is the logit itself, so the generator stands still where D = 1/2 and is
 * pulled back from beyond it. At D* the gradient by mu for N(0, 1) against N(mu, 1) is mu³/2.
 *
 * <p>Source: Hjelm et al. 2017, arXiv:1702.08431, section 3, the continuous case.
 */
@About(
        value = "the generator seeks D = 1/2 instead of D = 1",
        source = "Hjelm et al. 2017, arXiv:1702.08431, section 3",
        family = "Classic, changed",
        optimum = "D* = p / (p + q); the generator stands still where D* = 1/2, which is everywhere at q = p")
public record BoundarySeeking() implements Loss {
    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        return new Likelihood(1).of(d);
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return d.fake().square().mean().times(0.5);
    }

    @Override
    public List<Law> laws() {
        ClosedForms forms = ClosedForms.of(this);
        return Stream.concat(
                        new Likelihood(1).laws(forms).stream(),
                        Stream.of(
                                forms.generatorSlope(-10, -10),
                                forms.generatorSlope(0, 0),
                                forms.generatorSlope(2, 2),
                                forms.generatorGradient(0, 0),
                                forms.generatorGradient(1, 0.5),
                                forms.generatorGradient(4, 32)))
                .toList();
    }
}
