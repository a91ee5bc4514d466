package org.gan4j.losses;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.ClosedForms;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * A discriminator that is not asked to be sure: L_D is the cross entropy of D(x) with the target r and of D(G(z)) with the target f,
 * L_D = -E[r·log D(x) + (1 - r)·log(1 - D(x))] - E[f·log D(G(z)) + (1 - f)·log(1 - D(G(z)))], L_G = -E[log D(G(z))].
 *
 * <p>Optimum: D* = (r·p + f·q) / (p + q), which is (r + f)/2 at p = q and not 1/2, unless f = 1 - r. D is therefore no probability
 * that x is real. With r = 1 and f = 0 this is {@link NonSaturating}.
 *
 * <p>Source: Salimans et al. 2016, arXiv:1606.03498, section 3.4, which smooths the real target alone: where p is small, a
 * target f greater than 0 lets q attract D's maximum.
 */
@About(
        value = "D's targets are not 1 and 0, so that it never becomes sure",
        source = "Salimans et al. 2016, arXiv:1606.03498, section 3.4",
        family = "Classic, changed",
        optimum = "D* = (r·p + f·q) / (p + q) for the targets r of real and f of generated examples")
public record LabelSmoothing(
        @Param(value = "0.9", min = 0, max = 1, doc = "D's target for real examples, greater than fake")
        double real,

        @Param(value = "0", min = 0, max = 1, doc = "D's target for generated examples")
        double fake)
        implements Loss {
    /** Checks the order of the targets. */
    public LabelSmoothing {
        if (!(fake >= 0 && fake < real && real <= 1)) {
            throw new IllegalArgumentException(
                    "the targets must be 0 ≤ fake < real ≤ 1, not real = " + real + " and fake = " + fake);
        }
    }

    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        return crossEntropy(d.real(), real).plus(crossEntropy(d.fake(), fake));
    }

    /** -t·log D - (1 - t)·log(1 - D) is softplus(a) - t·a; at t = 1 that would lose digits. */
    private static <T> Expr<T> crossEntropy(Expr<T> logits, double target) {
        if (target == 1) {
            return logits.negate().softplus().mean();
        }
        Expr<T> rejection = logits.softplus();
        return (target == 0 ? rejection : rejection.minus(logits.times(target))).mean();
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return new NonSaturating(1).generator(d);
    }

    @Override
    public LogitMeaning logits() {
        return real == 1 && fake == 0 ? LogitMeaning.PROBABILITY : LogitMeaning.boundaryAt(best(1));
    }

    @Override
    public List<Law> laws() {
        ClosedForms forms = ClosedForms.of(this);
        double middle = (real + fake) / 2;
        return List.of(
                forms.optimum(0.5, 0.5, best(1)),
                forms.optimum(0.9, 0.1, best(9)),
                forms.optimum(0.2, 0.8, best(0.25)),
                forms.bestOnThreePoints(this::best),
                forms.valueAtEquality(2 * (middle * Math.log(middle) + (1 - middle) * Math.log(1 - middle))),
                forms.discriminatorRealSlope(0, 0.5 - real),
                forms.discriminatorRealSlope(2, 1 / (1 + Math.exp(-2)) - real),
                forms.discriminatorFakeSlope(0, 0.5 - fake),
                forms.discriminatorFakeSlope(-2, 1 / (1 + Math.exp(2)) - fake),
                forms.generatorSlope(0, -0.5),
                forms.generatorSlope(-10, -1 / (1 + Math.exp(-10))));
    }

    /** The logit of D* at the ratio p / q. */
    private double best(double ratio) {
        return Math.log((real * ratio + fake) / ((1 - real) * ratio + 1 - fake));
    }
}
