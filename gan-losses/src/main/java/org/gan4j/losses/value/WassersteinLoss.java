package org.gan4j.losses.value;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.ClosedForms;
import org.gan4j.api.laws.Gaussians;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.part.About;
import org.gan4j.api.train.Player;

/**
 * The difference of mean logits: L_D = E[D(G(z))] - E[D(x)], L_G = -E[D(G(z))], where D is the logit itself.
 *
 * <p>Optimum: among the D with slopes of at most 1, -L_D is the Wasserstein distance between p and q. Nothing in this loss
 * bounds D's slopes; that takes a bound on its weights, or a term. Without one L_D has no minimum. The slope of L_G by a logit
 * is -1 everywhere.
 *
 * <p>Source: Arjovsky et al. 2017, arXiv:1701.07875, equations 2 and 3.
 */
@About(
        value = "the difference of mean logits: a distance, if something else bounds D's slopes",
        source = "Arjovsky et al. 2017, arXiv:1701.07875, equations 2 and 3",
        family = "Values and margins",
        optimum =
                "-L_D is the Wasserstein distance if something else bounds the slopes of D by 1; without a bound there is none")
public record WassersteinLoss() implements Loss {
    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        return d.fake().mean().minus(d.real().mean());
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return d.fake().mean().negate();
    }

    @Override
    public LogitMeaning logits() {
        return LogitMeaning.DIFFERENCE;
    }

    @Override
    public List<Law> laws() {
        ClosedForms forms = ClosedForms.of(this);
        Objective discriminator = new Objective(this, Player.DISCRIMINATOR);
        double mu = 1.5;
        return List.of(
                // At the places 0, 1, 2 both distribution functions differ by 0.4 between neighbours.
                forms.valueOnThreePoints(r -> r > 2 ? 0 : r > 0.5 ? -1 : -2, 0.8),
                Law.of(
                        1e-8,
                        "the value is the distance of N(0, 1) and N(" + mu + ", 1)",
                        "E[-L_D(real = -z, fake = -(mu + z))] = mu, with D(x) = -x",
                        () -> mu,
                        () -> Gaussians.mean(z -> -discriminator.value(-z, -(mu + z)))),
                forms.generatorSlope(-10, -1),
                forms.generatorSlope(0, -1),
                forms.generatorSlope(10, -1),
                forms.discriminatorRealSlope(-10, -1),
                forms.discriminatorRealSlope(10, -1),
                forms.discriminatorFakeSlope(-10, 1),
                forms.discriminatorFakeSlope(10, 1));
    }
}
