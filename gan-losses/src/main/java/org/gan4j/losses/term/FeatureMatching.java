package org.gan4j.losses.term;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.term.PenaltyLaws;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;

/**
 * weight · ‖E[f(x)] - E[f(G(z))]‖² for the generator, with f the input of D's last layer: the generator matches the means of what D
 * looks at.
 *
 * <p>The term is 0 where the means agree, whatever D's last layer makes of them.
 *
 * <p>Source: Salimans et al. 2016, arXiv:1606.03498, section 3.1. There it takes the place of the generator's loss; here it is added.
 */
@About(value = "lets G match the means of D's features", source = "Salimans et al. 2016, arXiv:1606.03498, section 3.1")
public record FeatureMatching(
        @Param(value = "1", min = 0, doc = "factor of the term")
        double weight,

        @Param(
                value = "1",
                min = 1,
                doc = "the term counts at every so many updates of G; a larger weight makes up for it")
        int interval)
        implements Term {
    @Override
    public List<Player> players() {
        return List.of(Player.GENERATOR);
    }

    @Override
    public <T> Expr<T> value(Step<T> step) {
        return mean(step, Signal.REAL).minus(mean(step, Signal.FAKE)).square().sum();
    }

    private static <T> Expr<T> mean(Step<T> step, Signal examples) {
        return step.get(Signal.features(examples)).mean(0);
    }

    @Override
    public List<Law> laws() {
        // D(x) = ½x² has one layer, whose input is x: the means are 1/2 and 2.
        return List.of(PenaltyLaws.atExamples(this, weight * 1.5 * 1.5));
    }
}
