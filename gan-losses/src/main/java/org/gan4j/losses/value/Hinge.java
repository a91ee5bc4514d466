package org.gan4j.losses.value;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.ClosedForms;
import org.gan4j.api.part.About;

/**
 * The hinge of a support vector machine: L_D = E[max(0, 1 - D(x))] + E[max(0, 1 + D(G(z)))], L_G = -E[D(G(z))], where D is the
 * logit itself.
 *
 * <p>Optimum: D* = 1 where p &gt; q and -1 where p &lt; q, with L_D = 2·∫min(p, q). D does not learn from examples that are
 * right by 1 or more. The slope of L_G by a logit is -1 everywhere.
 *
 * <p>Source: Lim and Ye 2017, arXiv:1705.02894, equations 9 to 11; Miyato et al. 2018, arXiv:1802.05957, equations 16 and 17.
 */
@About(
        value = "D learns from examples within a margin of 1; the generator's slope is constant",
        source = "Lim and Ye 2017, arXiv:1705.02894; Miyato et al. 2018, arXiv:1802.05957, equations 16 and 17",
        family = "Values and margins",
        optimum = "D* = 1 where p > q and -1 where p < q, with L_D = 2·∫min(p, q)")
public record Hinge() implements Loss {
    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        Expr<T> real = d.real().constant(1).minus(d.real()).relu().mean();
        return real.plus(d.fake().plus(1).relu().mean());
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return d.fake().mean().negate();
    }

    @Override
    public LogitMeaning logits() {
        return LogitMeaning.boundaryAt(0);
    }

    @Override
    public List<Law> laws() {
        ClosedForms forms = ClosedForms.of(this);
        return List.of(
                forms.optimum(0.9, 0.1, 1),
                forms.optimum(0.2, 0.8, -1),
                forms.valueAtEquality(-2),
                forms.valueOnThreePoints(r -> Math.signum(r - 1), -2 * ClosedForms.generatedMean(r -> Math.min(r, 1))),
                forms.generatorSlope(-10, -1),
                forms.generatorSlope(10, -1),
                forms.discriminatorRealSlope(-10, -1),
                forms.discriminatorRealSlope(0.5, -1),
                forms.discriminatorRealSlope(1.5, 0),
                forms.discriminatorFakeSlope(10, 1),
                forms.discriminatorFakeSlope(-0.5, 1),
                forms.discriminatorFakeSlope(-1.5, 0));
    }
}
