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
 * Cross entropy over a batch in which the examples compete: L_D = -E[D(x)] + Z, L_G = -½·(E[D(x)] + E[D(G(z))]) + Z, with
 * Z = log(½·E[exp(D(x))] + ½·E[exp(D(G(z)))]), where D is the logit itself.
 *
 * <p>Optimum: D* = log(2p / (p + q)) but for a constant, with L_D = -KL(p ‖ (p + q)/2), which is 0 at p = q. The generator wants
 * all logits of a batch to be equal: it stands still at p = q.
 *
 * <p>Source: Lin 2017, arXiv:1704.06191, with the logit a = -μ. There Z is a sum over both batches; here it is a mean, so that
 * the objectives are less by the logarithm of the number of examples and do not depend on it. The slopes are the same.
 */
@About(
        value = "the examples of both batches compete in one softmax",
        source = "Lin 2017, arXiv:1704.06191",
        family = "Values and margins",
        optimum = "D* = log(2p / (p + q)) but for a constant; the generator stands still at q = p")
public record Softmax() implements Loss {
    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        return logMean(d).minus(d.real().mean());
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return logMean(d).minus(d.real().mean().plus(d.fake().mean()).times(0.5));
    }

    /** Z, in which each side has the same weight, however large it is. */
    private static <T> Expr<T> logMean(Scores<T> d) {
        Expr<T> real = logMean(d.real());
        return real.plus(logMean(d.fake()).minus(real).softplus()).minus(Math.log(2));
    }

    /** log(mean(exp(a))): the logarithm of the number of logits is that of a sum of ones. */
    private static <T> Expr<T> logMean(Expr<T> logits) {
        return logits.logSumExp().minus(logits.times(0).logSumExp());
    }

    @Override
    public LogitMeaning logits() {
        return LogitMeaning.DIFFERENCE;
    }

    @Override
    public List<Law> laws() {
        ClosedForms forms = ClosedForms.of(this);
        return List.of(
                forms.bestOnThreePoints(r -> Math.log(2 * r / (1 + r))),
                forms.valueOnThreePoints(
                        r -> Math.log(2 * r / (1 + r)) + 3,
                        ClosedForms.generatedMean(r -> r * Math.log(2 * r / (1 + r)))),
                forms.valueOnThreePoints(r -> 0, 0),
                forms.generatorSlope(-10, -0.5 + 1 / (1 + Math.exp(10))),
                forms.generatorSlope(0, 0),
                forms.generatorSlope(10, 0.5 - 1 / (1 + Math.exp(10))),
                forms.discriminatorRealSlope(0, -0.5),
                forms.discriminatorRealSlope(2, -1 / (1 + Math.exp(2))),
                forms.discriminatorFakeSlope(2, 1 / (1 + Math.exp(-2))));
    }
}
