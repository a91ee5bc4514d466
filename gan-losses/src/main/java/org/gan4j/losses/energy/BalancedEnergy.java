package org.gan4j.losses.energy;

import java.util.List;
import java.util.Map;
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
 * L_D = E[e(x)] - k·E[e(G(z))], L_G = E[e(G(z))] with the energy e, which is minus the logit. The weight k is kept between updates: it
 * begins with 0, and after each update of D it is k + gain·(balance·E[e(x)] - E[e(G(z))]), held between 0 and 1.
 *
 * <p>It holds E[e(G(z))] = balance·E[e(x)]. The signal {@code state/k} is k, and {@code state/convergence} is
 * E[e(x)] + |balance·E[e(x)] - E[e(G(z))]|, which falls as training converges.
 *
 * <p>Source: Berthelot et al. 2017, arXiv:1703.10717, sections 3.3 to 3.5, with the absolute error of an auto-encoder as the
 * energy: {@code discriminator=auto-encoder discriminator.power=1}.
 */
@About(
        value = "energies of an auto-encoder in a kept balance",
        source = "Berthelot et al. 2017, arXiv:1703.10717, sections 3.3 to 3.5",
        family = "Energies",
        optimum = "E[e(G(z))] = balance·E[e(x)], which k holds; both then fall together")
public record BalancedEnergy(
        @Param(
                value = "0.5",
                min = 0,
                max = 1,
                doc = "energy of generated examples over that of real ones; small means little variety")
        double balance,

        @Param(value = "0.001", min = 0, max = 1, doc = "change of k for a difference of 1")
        double gain)
        implements Loss {
    private static final String K = "k";

    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        Expr<T> real = d.real().mean().negate();
        Expr<T> fake = d.fake().mean().negate();
        Expr<T> k = d.memory().get(K, 0);
        Expr<T> missing = real.times(balance).minus(fake).stopGradient();
        d.memory().set(K, k.plus(missing.times(gain)).clip(0, 1));
        d.memory().set("convergence", real.stopGradient().plus(missing.abs()));
        return real.minus(k.times(fake));
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
        return LogitMeaning.ORDER;
    }

    @Override
    public List<Law> laws() {
        return laws(this);
    }

    /** Returns the laws of these parameters for a loss, which is this one or a wrong one. */
    List<Law> laws(Loss loss) {
        Objective discriminator = new Objective(loss, Player.DISCRIMINATOR);
        ClosedForms forms = ClosedForms.of(loss);
        double far = 10 / Math.max(gain, 1e-9);
        return List.of(
                forms.discriminatorRealSlope(-2, -1),
                forms.generatorSlope(-2, -1),
                Law.of(
                        "generated examples count k times",
                        "L_D(e(x) = 3, e(G(z)) = 2) at k = 1/4",
                        2.5,
                        () -> discriminator.value(new double[] {-3}, new double[] {-2}, Map.of(K, 0.25))),
                EnergyLaws.kept(
                        "k follows the missing balance",
                        discriminator,
                        K,
                        3,
                        1,
                        Map.of(K, 0.5),
                        Math.min(1, Math.max(0, 0.5 + gain * (3 * balance - 1)))),
                EnergyLaws.kept("k stays at 0 or more", discriminator, K, 0, far, Map.of(K, 0.5), gain > 0 ? 0 : 0.5),
                EnergyLaws.kept(
                        "k stays at 1 or less",
                        discriminator,
                        K,
                        far,
                        0,
                        Map.of(K, 0.5),
                        Math.min(1, 0.5 + gain * far * balance)),
                EnergyLaws.kept(
                        "the convergence measure is e(x) and what is missing to the balance",
                        discriminator,
                        "convergence",
                        3,
                        2,
                        Map.of(),
                        3 + Math.abs(3 * balance - 2)));
    }
}
