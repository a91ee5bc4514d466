package org.gan4j.losses.energy;

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
 * L_D = E[e(x)] + E[max(0, m - e(G(z)))], L_G = E[e(G(z))] with the energy e, which is minus the logit, and the margin m. The
 * margin holds for each example: D does not raise the energy of one beyond it for the sake of others.
 *
 * <p>Optimum: e is 0 on real examples and m on generated ones; at the fixed point p = q the two parts of L_D add up to m.
 *
 * <p>Source: Zhao et al. 2016, arXiv:1609.03126, equations 1 and 2. There the energy is the error of an auto-encoder, as that of
 * the discriminator {@code auto-encoder}.
 */
@About(
        value = "low energy for real examples, energy up to a margin for generated ones",
        source = "Zhao et al. 2016, arXiv:1609.03126, equations 1 and 2",
        family = "Energies",
        optimum = "e is 0 where only real examples are and m where only generated ones are; p = q is the fixed point")
public record Energy(
        @Param(value = "1", min = 1e-6, doc = "energy up to which D raises that of generated examples")
        double margin) implements Loss {
    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        return d.real().mean().negate().plus(d.fake().plus(margin).relu().mean());
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return d.fake().mean().negate();
    }

    @Override
    public boolean needsEnergies() {
        return true;
    }

    @Override
    public LogitMeaning logits() {
        return LogitMeaning.boundaryAt(-margin / 2);
    }

    @Override
    public List<Law> laws() {
        ClosedForms forms = ClosedForms.of(this);
        return List.of(
                forms.discriminatorRealSlope(-2, -1),
                forms.discriminatorFakeSlope(-margin / 2, 1),
                forms.discriminatorFakeSlope(-2 * margin, 0),
                forms.generatorSlope(-2, -1),
                EnergyLaws.marginOfEachExample(new Objective(this, Player.DISCRIMINATOR), margin));
    }
}
