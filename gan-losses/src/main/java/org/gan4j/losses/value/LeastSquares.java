package org.gan4j.losses.value;

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
 * Squared distances from targets: L_D = ½·E[(D(x) - b)²] + ½·E[(D(G(z)) - a)²], L_G = ½·E[(D(G(z)) - c)²], where D is the logit
 * itself.
 *
 * <p>Optimum: D* = (b·p + a·q) / (p + q), and L_D = (b - a)²/4 at p = q, which is 1/4 for the default targets. The slope of
 * L_G by a logit is its distance from c, so it never saturates. With a = -1, b = 1, c = 0 the generator minimises Pearson's χ²
 * between p + q and 2q.
 *
 * <p>Source: Mao et al. 2016, arXiv:1611.04076, equation 2; equation 9 has the default targets, and equation 8 the others.
 */
@About(
        value = "squared distances of the logits from targets; the generator never saturates",
        source = "Mao et al. 2016, arXiv:1611.04076, equation 2",
        family = "Values and margins",
        optimum = "D* = (b·p + a·q) / (p + q), a value and no probability; L_D = (b - a)²/4 at q = p")
public record LeastSquares(
        @Param(value = "0", doc = "D's target for generated examples")
        double a,

        @Param(value = "1", doc = "D's target for real examples, greater than a")
        double b,

        @Param(value = "1", doc = "the generator's target, at least halfway from a to b")
        double c)
        implements Loss {
    /** Checks the order of the targets. */
    public LeastSquares {
        if (!(a < b)) {
            throw new IllegalArgumentException("the target b = " + b + " of real examples must be greater than a = " + a
                    + ", that of generated ones");
        }
        if (!(c >= (a + b) / 2)) {
            throw new IllegalArgumentException("the generator's target c = " + c + " must be at least (a + b) / 2 = "
                    + (a + b) / 2 + ", where D cannot tell");
        }
    }

    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        return halfSquare(d.real(), b).plus(halfSquare(d.fake(), a));
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return halfSquare(d.fake(), c);
    }

    private static <T> Expr<T> halfSquare(Expr<T> logits, double target) {
        Expr<T> distance = target == 0 ? logits : logits.minus(target);
        return distance.square().mean().times(0.5);
    }

    @Override
    public LogitMeaning logits() {
        return LogitMeaning.boundaryAt((a + b) / 2);
    }

    @Override
    public List<Law> laws() {
        return laws(ClosedForms.of(this));
    }

    /** Returns what must hold for any loss that is said to be this one. */
    List<Law> laws(ClosedForms forms) {
        double width = (b - a) * (b - a);
        return List.of(
                forms.optimum(0.5, 0.5, best(1)),
                forms.optimum(0.9, 0.1, best(9)),
                forms.optimum(0.2, 0.8, best(0.25)),
                forms.valueAtEquality(-width / 4),
                forms.bestOnThreePoints(this::best),
                forms.valueOnThreePoints(this::best, -width / 2 * ClosedForms.generatedMean(r -> r / (1 + r))),
                forms.generatorSlope(c - 3, -3),
                forms.generatorSlope(c, 0),
                forms.discriminatorRealSlope(b - 3, -3),
                forms.discriminatorRealSlope(b + 2, 2),
                forms.discriminatorFakeSlope(a + 3, 3),
                forms.discriminatorFakeSlope(a - 2, -2));
    }

    /** D* at the ratio r = p / q. */
    private double best(double r) {
        return (b * r + a) / (r + 1);
    }
}
