package org.gan4j.experiments.reproduce.theory;

import static org.gan4j.experiments.reproduce.theory.setting.PairDraws.each;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.experiments.reproduce.theory.setting.Estimate;
import org.gan4j.experiments.reproduce.theory.setting.Game;
import org.gan4j.experiments.reproduce.theory.setting.NormalPair;
import org.gan4j.experiments.reproduce.theory.setting.PairDraws;
import org.gan4j.experiments.reproduce.theory.setting.TheoryParts;
import org.gan4j.experiments.reproduce.theory.setting.TrainedDiscriminator;

/**
 * The end of the game: p_g = p_data and D = 1/2. That D = 1/2 does not prove it, since a discriminator that has learned nothing says
 * 1/2 too. A fresh one, trained from scratch against the generator as it stands, tells the two apart by what it gains over -log 4.
 */
record EndState(NormalPair pair, TheoryParts parts, long seed) {
    private static final int DRAWS = 50_000;

    /**
     * The part of V that a discriminator may lack that is off by δ = 0.05, as much as Proposition 1's line allows. V bends by
     * (p + q)/(D*·(1 - D*)), so it lacks the integral of half that times δ², which around D* = 1/2 is 4·δ².
     */
    private static final double UNLEARNED = 0.01;

    private static final NormalPair EQUAL = new NormalPair(0, 1);

    Statement statement(TrainedDiscriminator againstPair, TrainedDiscriminator againstEqual) {
        Game game = Game.of(parts.minimax());
        double a = game.best(1, 1);
        List<Law> laws = new ArrayList<>();
        laws.add(Law.of("the best discriminator of equals", "D* = 1/2", 0.5, () -> 1 / (1 + Math.exp(-a))));
        laws.add(Law.of("what it loses", "L_D = log 4", Math.log(4), () -> game.discriminator()
                .value(a, a)));
        laws.add(Law.of("what the generator loses, minimax", "L_G = -log 2", -Math.log(2), () -> game.cost(a)));
        laws.add(Law.of("what the generator loses, non-saturating", "L_G = log 2", Math.log(2), () -> Game.of(
                        parts.nonSaturating())
                .cost(a)));
        laws.add(Law.of(
                "a blind discriminator, a = 0, against any p_g",
                "V = -log 4",
                TheoremOne.LEAST,
                () -> game.value(new double[DRAWS], new double[DRAWS])));
        laws.add(gain("p_g = p_data", "0", EQUAL, againstEqual));
        laws.add(gain("p_g = N(mean, sd²)", "2·JSD(p_data ‖ p_g)", pair, againstPair));
        return new Statement("The end of the game", "section 3, figure 1 (d), and section 4.2", laws);
    }

    /** Measures what a fresh discriminator gains over a blind one, on draws that it has not seen. */
    private Law gain(String of, String formula, NormalPair against, TrainedDiscriminator trained) {
        PairDraws draws = PairDraws.of(parts, against, DRAWS, seed, "fresh discriminator");
        double[] real = trained.logits(draws.real());
        double[] fake = trained.logits(draws.fake());
        Estimate spread = Estimate.of(each(real, a -> -Math.log1p(Math.exp(-a))))
                .plus(Estimate.of(each(fake, a -> -Math.log1p(Math.exp(a)))));
        return new Law(
                "a fresh discriminator's gain over a blind one, for " + of,
                "V + log 4 = " + formula,
                2 * against.jensenShannon(),
                Game.of(parts.minimax()).value(real, fake) - TheoremOne.LEAST,
                spread.tolerance() + UNLEARNED);
    }
}
