package org.gan4j.losses;

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
 * Wraps another loss, from which each player learns only what it does not yet get right by a margin: the discriminator
 * real examples with D &lt; 1/2 + e and generated ones with D &gt; 1/2 - e, where e is its margin, the generator
 * examples with D &lt; 1/2 + its own margin. Slopes by all other logits are 0. A margin of 1/2 leaves its player as it
 * is.
 *
 * <p>Optimum: where D* = p / (p + q) is the other loss's best discriminator, this one's is D* held between 1/2 - e and 1/2 + e: it
 * never learns to be surer than that. With e = 0 it stays at 1/2 wherever there are both real and generated examples.
 *
 * <p>Source: the code published with Goodfellow et al. 2014, arXiv:1406.2661, class {@code LazyAdversaryCost}, with
 * {@code g_eps} and {@code d_eps}. There the examples left out also count 0 in the objectives; here these keep their values, and only
 * the gradients change.
 */
@About(
        value = "each player learns only from examples that it does not yet get right by a margin",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, published code, LazyAdversaryCost",
        family = "Classic",
        optimum = "D* of the other loss, held between 1/2 - e and 1/2 + e with the discriminator's margin e")
public record LazyAdversary(
        @Param(value = "non-saturating", doc = "the loss that is learned from")
        Loss of,

        @Param(
                value = "0",
                min = 0,
                max = 0.5,
                doc = "the generator leaves out examples with D of 1/2 and this or more; 0.5 leaves out none")
        double generatorMargin,

        @Param(
                value = "0.4",
                min = 0,
                max = 0.5,
                doc = "the discriminator leaves out what it is right about by this or more; 0.5 leaves out none")
        double discriminatorMargin)
        implements Loss {
    /** Checks both margins. */
    public LazyAdversary {
        new Margin(generatorMargin);
        new Margin(discriminatorMargin);
    }

    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        Margin margin = new Margin(discriminatorMargin);
        return of.discriminator(d.with(margin.untilHigh(d.real()), margin.untilLow(d.fake())));
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return of.generator(d.with(d.real(), new Margin(generatorMargin).untilHigh(d.fake())));
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

    /** Checks the slopes on both sides of each margin. */
    @Override
    public List<Law> laws() {
        ClosedForms forms = ClosedForms.of(this);
        Objective d = new Objective(of, Player.DISCRIMINATOR);
        Objective g = new Objective(of, Player.GENERATOR);
        List<Law> laws = new ArrayList<>();
        Margin discriminator = new Margin(discriminatorMargin);
        double sure = discriminator.leavesNoneOut() ? 0 : discriminator.logit();
        laws.add(forms.discriminatorRealSlope(sure - 0.5, d.realSlope(sure - 0.5, 0)));
        laws.add(forms.discriminatorFakeSlope(0.5 - sure, d.fakeSlope(0, 0.5 - sure)));
        if (!discriminator.leavesNoneOut()) {
            laws.add(forms.discriminatorRealSlope(sure + 0.5, 0));
            laws.add(forms.discriminatorFakeSlope(-sure - 0.5, 0));
        }
        Margin generator = new Margin(generatorMargin);
        double fooled = generator.leavesNoneOut() ? 0 : generator.logit();
        laws.add(forms.generatorSlope(fooled - 0.5, g.fakeSlope(0, fooled - 0.5)));
        if (!generator.leavesNoneOut()) {
            laws.add(forms.generatorSlope(fooled + 0.5, 0));
        }
        return laws;
    }
}
