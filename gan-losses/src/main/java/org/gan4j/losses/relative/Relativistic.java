package org.gan4j.losses.relative;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.ClosedForms;
import org.gan4j.api.part.About;

/**
 * Pairs of a real and a generated example: L_D = E[softplus(-(D(x) - D(G(z))))], L_G = E[softplus(D(x) - D(G(z)))], where D is
 * the logit itself. The pairs are those of the batch; both are drawn at random.
 *
 * <p>Optimum: D* = log(p / q) but for a constant, the logit of the paper's best discriminator; L_D = log 2 at p = q, and less
 * elsewhere. The slope of L_G by a generated logit is -(1 - sigmoid(a)) if a is the logit less that of the real example of its
 * pair.
 *
 * <p>Source: Jolicoeur-Martineau 2018, arXiv:1807.00734, the relativistic standard GAN.
 */
@About(
        value = "each generated example is compared with one real example",
        source = "Jolicoeur-Martineau 2018, arXiv:1807.00734",
        family = "Relative",
        optimum = "D* = log(p / q) but for a constant; L_D = log 2 at q = p, and less elsewhere")
public record Relativistic() implements Loss {
    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        return d.fake().minus(d.real()).softplus().mean();
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return d.real().minus(d.fake()).softplus().mean();
    }

    @Override
    public boolean pairsExamples() {
        return true;
    }

    @Override
    public LogitMeaning logits() {
        return LogitMeaning.DIFFERENCE;
    }

    @Override
    public List<Law> laws() {
        ClosedForms forms = ClosedForms.of(this);
        return List.of(
                forms.bestOnThreePoints(Math::log),
                forms.bestOnThreePoints(r -> Math.log(r) - 2),
                forms.valueOnThreePoints(Math::log, -ClosedForms.pairMean((real, fake) -> Math.log(1 + fake / real))),
                forms.valueAtEquality(-Math.log(2)),
                forms.generatorSlope(-10, -1 / (1 + Math.exp(-10))),
                forms.generatorSlope(0, -0.5),
                forms.generatorSlope(10, -1 / (1 + Math.exp(10))),
                forms.discriminatorRealSlope(2, -1 / (1 + Math.exp(2))),
                forms.discriminatorFakeSlope(2, 1 / (1 + Math.exp(-2))));
    }
}
