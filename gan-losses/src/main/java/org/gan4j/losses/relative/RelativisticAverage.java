package org.gan4j.losses.relative;

import java.util.ArrayList;
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
 * Each example compared with the mean of the other side: L_D = ½·(E[f(D(x) - F)] + E[f(R - D(G(z)))]), L_G =
 * ½·(E[f(F - D(x))] + E[f(D(G(z)) - R)]), where D is the logit itself, R and F are the mean logits of the real and the generated
 * examples, and the cost f(m) of a margin is softplus(-m), (m - 1)² or max(0, 1 - m).
 *
 * <p>Optimum: at p = q a constant D, where L_D is log 2, 1 or 1. For least squares D* = c·(p - q) / (p + q) but for a constant,
 * with c = 2 / (1 + 3/2·∫(p - q)²/(p + q)). Slopes reach the generator through F as well.
 *
 * <p>Source: Jolicoeur-Martineau 2018, arXiv:1807.00734, the relativistic average GANs, with the factor ½ of its published code.
 */
@About(
        value = "each example is compared with the mean of the other side",
        source = "Jolicoeur-Martineau 2018, arXiv:1807.00734",
        family = "Relative",
        optimum = "D* is a constant at q = p, where L_D is log 2 for the standard cost and 1 for the others")
public record RelativisticAverage(
        @Param(value = "standard", doc = "the cost of a margin")
        Cost of) implements Loss {
    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        Expr<T> real = of.of(d.real().minus(d.fake().mean())).mean();
        Expr<T> fake = of.of(d.real().mean().minus(d.fake())).mean();
        return real.plus(fake).times(0.5);
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return discriminator(new Scores<>(d.fake(), d.real()));
    }

    @Override
    public LogitMeaning logits() {
        return LogitMeaning.DIFFERENCE;
    }

    @Override
    public List<Law> laws() {
        ClosedForms forms = ClosedForms.of(this);
        List<Law> laws = new ArrayList<>();
        laws.add(forms.valueOnThreePoints(r -> 0.3, of == Cost.STANDARD ? -Math.log(2) : -1));
        for (double logit : new double[] {-4, 0.5, 4}) {
            laws.add(forms.generatorSlope(logit, slope(logit)));
            laws.add(forms.discriminatorRealSlope(logit, slope(logit)));
            laws.add(forms.discriminatorFakeSlope(-logit, -slope(logit)));
        }
        if (of == Cost.LEAST_SQUARES) {
            laws.addAll(leastSquares(forms));
        }
        return laws;
    }

    /** f'(m): with one example a side, where the mean is the example itself. */
    private double slope(double margin) {
        return switch (of) {
            case STANDARD -> -1 / (1 + Math.exp(margin));
            case LEAST_SQUARES -> 2 * (margin - 1);
            case HINGE -> margin < 1 ? -1 : 0;
        };
    }

    /**
     * L_D is quadratic here. With S = ∫(p - q)²/(p + q) and D* = c·(p - q)/(p + q), the mean logits differ by c·S, and
     * the square is completed with h = c·S/2 - 1.
     */
    private static List<Law> leastSquares(ClosedForms forms) {
        double s = ClosedForms.generatedMean(r -> (r - 1) * (r - 1) / (r + 1));
        double c = 2 / (1 + 1.5 * s);
        double h = c * s / 2 - 1;
        return List.of(
                forms.bestOnThreePoints(r -> c * (r - 1) / (r + 1)),
                forms.valueOnThreePoints(r -> c * (r - 1) / (r + 1), -(c * c * s / 2 + h * c * s + h * h)));
    }
}
