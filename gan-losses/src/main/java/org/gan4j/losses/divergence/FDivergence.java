package org.gan4j.losses.divergence;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.ClosedForms;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;

/**
 * An f-divergence D_f(p ‖ q) = ∫ q·f(p / q) by its dual form: L_D = -E[T(x)] + E[f*(T(G(z)))], L_G = -E[f*(T(G(z)))], where T = g_f(a)
 * is D's output for the logit a, and f* is the conjugate of f.
 *
 * <p>Optimum: T* = f'(p / q), where -L_D is the divergence, so that the generator minimises it. With {@code divergence=gan} both
 * objectives are those of {@code minimax}; with {@code nonSaturating} as well, L_G is that of {@code non-saturating}.
 *
 * <p>Source: Nowozin et al. 2016, arXiv:1606.00709, equations 4 to 6 and tables 1, 2 and 6; {@code nonSaturating} is section 3.2. The
 * outputs g_f are those of the tables except for jeffrey and alpha, which have T = f'(exp(a)). All rise with the logit.
 */
@About(
        value = "an f-divergence by its dual form: ten divergences in one loss",
        source = "Nowozin et al. 2016, arXiv:1606.00709, equations 4 to 6, tables 1, 2 and 6",
        family = "Divergences",
        optimum = "the output of D* is f'(p / q); -L_D is then the divergence, which the generator minimises")
public record FDivergence(
        @Param(value = "kl", doc = "what the generator minimises")
        Divergence divergence,

        @Param(value = "0.5", doc = "the order of divergence=alpha, neither 0 nor 1")
        double alpha,

        @Param(value = "false", doc = "the generator maximises E[T(G(z))] instead")
        boolean nonSaturating)
        implements Loss {
    private static final double[] RATIOS = {0.25, 1, 3};

    /** Checks the order. */
    public FDivergence {
        divergence.dual(alpha);
    }

    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        return conjugate(d).minus(dual().output(d.real()).mean());
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return (nonSaturating ? dual().output(d.fake()).mean() : conjugate(d)).negate();
    }

    private <T> Expr<T> conjugate(Scores<T> d) {
        return dual().conjugate(d.fake()).mean();
    }

    private DualForm dual() {
        return divergence.dual(alpha);
    }

    @Override
    public double domain() {
        return dual().domain();
    }

    @Override
    public LogitMeaning logits() {
        return dual().logits();
    }

    @Override
    public List<Law> laws() {
        ClosedForms forms = ClosedForms.of(this);
        DualForm dual = dual();
        List<Law> laws = new ArrayList<>();
        laws.add(forms.bestOnThreePoints(dual::best));
        laws.add(forms.valueOnThreePoints(dual::best, ClosedForms.generatedMean(dual::f)));
        for (double ratio : RATIOS) {
            laws.add(conjugacy(ratio));
        }
        if (!nonSaturating && !Double.isNaN(dual.gaussianSlope(1))) {
            laws.add(forms.generatorGradient(0.5, l -> dual.best(Math.exp(l)), dual.gaussianSlope(0.5)));
            laws.add(forms.generatorGradient(1, l -> dual.best(Math.exp(l)), dual.gaussianSlope(1)));
        }
        return laws;
    }

    /** f*(T) = r·T - f(r) where T = f'(r): there the line of slope T touches f. */
    private Law conjugacy(double ratio) {
        FDivergence saturating = new FDivergence(divergence, alpha, false);
        Objective discriminator = new Objective(saturating, Player.DISCRIMINATOR);
        Objective generator = new Objective(saturating, Player.GENERATOR);
        double logit = dual().best(ratio);
        return Law.of(
                "the conjugate is that of f at p/q = " + Law.text(ratio),
                "f*(T) = T·p/q - f(p/q) at T = f'(p/q)",
                -dual().f(ratio),
                () -> {
                    double conjugate = -generator.value(logit, logit);
                    double output = conjugate - discriminator.value(logit, logit);
                    return conjugate - ratio * output;
                });
    }
}
