package org.gan4j.losses.history;

import java.util.List;
import org.gan4j.api.Memory;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;

/**
 * E[(D(x) - f)²] + E[(D(G(z)) - r)²], where D is the logit, and r and f are moving averages of its means on real and on generated
 * examples: after each update that the term counts in, average ← decay·average + (1 - decay)·mean, from 0 on.
 *
 * <p>It holds the logits of either kind near the average of the other kind, which helps where data are few. With
 * {@code oneSided} only max(0, D(x) - f) and max(0, r - D(G(z))) are squared, as in the published code.
 *
 * <p>Source: Tseng et al. 2021, arXiv:2104.03310, equation 4.
 */
@About(
        value = "holds D's logits near their averages on the other kind of examples",
        source = "Tseng et al. 2021, arXiv:2104.03310, equation 4")
public record LeCam(
        @Param(value = "0.3", min = 0, doc = "factor of the term")
        double weight,

        @Param(value = "0.99", min = 0, max = 1, doc = "share of the averages that an update keeps")
        double decay,

        @Param(value = "false", doc = "whether only logits that are too far apart count")
        boolean oneSided)
        implements Term {
    @Override
    public List<Player> players() {
        return List.of(Player.DISCRIMINATOR);
    }

    @Override
    public <T> Expr<T> value(Step<T> step) {
        Expr<T> real = step.get(Signal.score(Signal.REAL));
        Expr<T> fake = step.get(Signal.score(Signal.FAKE));
        Expr<T> ofReal = average(step.memory(), "real", real);
        Expr<T> ofFake = average(step.memory(), "fake", fake);
        return distance(real.minus(ofFake)).plus(distance(ofReal.minus(fake)));
    }

    private <T> Expr<T> distance(Expr<T> difference) {
        return (oneSided ? difference.relu() : difference).square().mean();
    }

    /** Returns the average before this update, and moves it. */
    private <T> Expr<T> average(Memory<T> memory, String name, Expr<T> logits) {
        Expr<T> average = memory.get(name, 0);
        memory.set(name, average.times(decay).plus(logits.mean().stopGradient().times(1 - decay)));
        return average;
    }
}
