package org.gan4j.experiments.reproduce.theory;

import static org.gan4j.experiments.reproduce.theory.setting.PairDraws.each;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gan4j.api.Law;
import org.gan4j.experiments.reproduce.theory.setting.Estimate;
import org.gan4j.experiments.reproduce.theory.setting.Game;
import org.gan4j.experiments.reproduce.theory.setting.NormalPair;
import org.gan4j.experiments.reproduce.theory.setting.PairDraws;
import org.gan4j.experiments.reproduce.theory.setting.Quadrature;
import org.gan4j.experiments.reproduce.theory.setting.TheoryParts;
import org.gan4j.experiments.reproduce.theory.setting.TrainedDiscriminator;

/** Proposition 1: for a fixed G the best discriminator is p_data/(p_data + p_g), whoever looks for it. */
record PropositionOne(NormalPair pair, TheoryParts parts, long seed) {
    private static final int DRAWS = 20_000;
    private static final int OTHERS = 40;

    /** A discriminator at rest is off by 1e-8; one that learns something else, by far more. */
    private static final double AT_REST = 1e-6;

    /** The error that 4,000 updates of a small net leave at the steepest place of D*. */
    private static final double NEAR = 0.05;

    private static final String BEST = "D* = p_data/(p_data + p_g)";

    Statement statement(TrainedDiscriminator trained) {
        List<Law> laws = new ArrayList<>();
        laws.add(free());
        laws.addAll(logistic());
        laws.add(net(trained));
        laws.add(noOther());
        laws.add(likelihood());
        return new Statement("Proposition 1", "section 4.1, equations 2 and 3", laws);
    }

    private Game game() {
        return Game.of(parts.minimax());
    }

    private Law free() {
        return new Law(
                "a free discriminator on 10 places, by gradient ascent",
                "largest |D - D*|, " + BEST,
                0,
                new FreeLogits(game().discriminator(), seed).distance(),
                AT_REST);
    }

    private List<Law> logistic() {
        PairDraws draws = PairDraws.of(parts, pair, DRAWS, seed, "logistic family");
        LogisticFamily.Fit fit = new LogisticFamily(game().discriminator(), draws).fit();
        String[] features = {"1", "x", "x²"};
        String[] closed = {"log s + m²/(2s²)", "-m/s²", "1/(2s²) - 1/2"};
        List<Law> laws = new ArrayList<>();
        for (int k = 0; k < features.length; k++) {
            laws.add(new Law(
                    "the logistic family's weight of " + features[k] + ", from " + DRAWS + " draws a side",
                    "the logit of D* = log p_data/p_g has " + closed[k],
                    pair.logOdds()[k],
                    fit.weights()[k],
                    Estimate.ERRORS * fit.standardErrors()[k]));
        }
        return laws;
    }

    private Law net(TrainedDiscriminator trained) {
        return new Law(
                "a net of two hidden layers, trained by the backend",
                "largest |D - D*| where 99 % of the mass is",
                0,
                trained.distance(pair),
                NEAR);
    }

    /** V of D*'s logit with an arbitrary wave added, which only costs. */
    private Law noOther() {
        SplittableRandom random = new SplittableRandom(seed);
        double best = pair.integral(x -> game().value(pair.data(x), pair.fake(x), pair.logOdds(x)));
        double most = 0;
        for (int i = 0; i < OTHERS; i++) {
            double height = random.nextGaussian();
            double length = 1 + random.nextDouble();
            double phase = random.nextDouble() * 2 * Math.PI;
            double other = pair.integral(x ->
                    game().value(pair.data(x), pair.fake(x), pair.logOdds(x) + height * Math.sin(x / length + phase)));
            most = Math.max(most, other - best);
        }
        return new Law(
                "no one of " + OTHERS + " other discriminators does better, by quadrature",
                "largest V(D, G) - V(D*, G), or 0",
                0,
                most,
                Quadrature.PRECISION);
    }

    private Law likelihood() {
        PairDraws draws = PairDraws.of(parts, pair, DRAWS, seed, "likelihood");
        double[] real = each(draws.real(), pair::logOdds);
        double[] fake = each(draws.fake(), pair::logOdds);
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum -= Math.log(1 / (1 + Math.exp(-real[i]))) + Math.log(1 / (1 + Math.exp(fake[i])));
        }
        double entropy = sum / (2 * DRAWS);
        return Law.of(
                "D learns P(Y = 1 | x) by maximum likelihood: cross entropy over a balanced set",
                "-V = 2·BCE",
                2 * entropy,
                () -> -game().value(real, fake));
    }
}
