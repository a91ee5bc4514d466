package org.gan4j.losses;

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
 * Wraps another loss, whose generator then learns only from examples that the discriminator still rejects, D(G(z)) &lt;
 * 1/2: by a logit a, dL_G/da is that of the other loss where a &lt; 0, and 0 elsewhere. L_D is that of the other loss.
 *
 * <p>Where D = 1/2 the generator stands still, so p = q stays a fixed point.
 *
 * <p>Source: the code published with Goodfellow et al. 2014, arXiv:1406.2661, class {@code ThresholdedAdversaryCost}. There the
 * examples left out also count 0 in L_G; here L_G keeps its value, and only the gradient changes.
 */
@About(
        value = "the generator learns only from examples with D(G(z)) < 1/2",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, published code, ThresholdedAdversaryCost",
        family = "Classic",
        optimum = "D* of the other loss; the generator stands still where D = 1/2, so q = p stays a fixed point")
public record ThresholdedLoss(
        @Param(value = "non-saturating", doc = "the loss that is learned from")
        Loss of) implements Loss {
    private static final Margin NONE = new Margin(0);

    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        return of.discriminator(d);
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return of.generator(d.with(d.real(), NONE.untilHigh(d.fake())));
    }

    @Override
    public double domain() {
        return of.domain();
    }

    @Override
    public LogitMeaning logits() {
        return of.logits();
    }

    @Override
    public boolean pairsExamples() {
        return of.pairsExamples();
    }

    @Override
    public List<Law> laws() {
        ClosedForms forms = ClosedForms.of(this);
        Objective whole = new Objective(of, Player.GENERATOR);
        return List.of(
                forms.generatorSlope(-2, whole.fakeSlope(0, -2)),
                forms.generatorSlope(-1e-9, whole.fakeSlope(0, -1e-9)),
                forms.generatorSlope(0, 0),
                forms.generatorSlope(2, 0));
    }
}
