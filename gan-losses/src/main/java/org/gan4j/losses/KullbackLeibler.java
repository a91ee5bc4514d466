package org.gan4j.losses;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.Law;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.ClosedForms;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.part.About;
import org.gan4j.api.train.Player;

/**
 * The generator follows KL(q ‖ p): L_D as in {@link Minimax}, L_G = -E[log(D(G(z)) / (1 - D(G(z))))], which is -E[a] in logits.
 *
 * <p>Optimum: D* = p / (p + q), where L_G falls with KL(q ‖ p). The slope of L_G by a logit is -1 everywhere, the sum of the slopes
 * of {@link Minimax} and {@link NonSaturating}.
 *
 * <p>Source: Sønderby et al. 2016, arXiv:1610.04490.
 */
@About(
        value = "the generator follows KL(q ‖ p): minimax and non-saturating together",
        source = "Sønderby et al. 2016, arXiv:1610.04490",
        family = "Classic, changed",
        optimum = "D* = p / (p + q); L_G then falls with KL(q ‖ p), which is 0 at q = p")
public record KullbackLeibler() implements Loss {
    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        return new Likelihood(1).of(d);
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return d.fake().mean().negate();
    }

    @Override
    public List<Law> laws() {
        ClosedForms forms = ClosedForms.of(this);
        return Stream.concat(
                        new Likelihood(1).laws(forms).stream(),
                        Stream.of(
                                forms.generatorSlope(-10, both(-10)),
                                forms.generatorSlope(0, both(0)),
                                forms.generatorSlope(10, both(10)),
                                forms.generatorGradient(0, 0),
                                forms.generatorGradient(1, 1),
                                forms.generatorGradient(4, 4)))
                .toList();
    }

    private static double both(double logit) {
        return Stream.of(new Minimax(1), new NonSaturating(1))
                .mapToDouble(loss -> new Objective(loss, Player.GENERATOR).fakeSlope(0, logit))
                .sum();
    }
}
