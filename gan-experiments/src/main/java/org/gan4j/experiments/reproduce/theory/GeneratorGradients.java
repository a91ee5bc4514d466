package org.gan4j.experiments.reproduce.theory;

import static org.gan4j.experiments.reproduce.theory.setting.PairDraws.each;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.api.Law;
import org.gan4j.api.Loss;
import org.gan4j.experiments.reproduce.theory.setting.Estimate;
import org.gan4j.experiments.reproduce.theory.setting.Game;
import org.gan4j.experiments.reproduce.theory.setting.NormalPair;
import org.gan4j.experiments.reproduce.theory.setting.PairDraws;
import org.gan4j.experiments.reproduce.theory.setting.Quadrature;
import org.gan4j.experiments.reproduce.theory.setting.TheoryParts;

/**
 * The gradients that move the generator x = mean + sd·z while D* stands still. With a(x) the logit of D* and f the generator's cost, it is
 * E[f'(a(x))·a'(x)·∂x]. The cost log(1 - σ(a)) has the slope -σ(a), and -log σ(a) has -(1 - σ(a)); they add up to -1, so the sum
 * of the gradients is -E[a'(x)·∂x], the gradient of KL(p_g ‖ p_data) = -E[a(x)].
 */
record GeneratorGradients(NormalPair pair, TheoryParts parts, long seed) {
    private static final int DRAWS = 100_000;

    /** A logit at which the discriminator is sure of its case, as it is early in training. */
    private static final double SURE = -20;

    /** A parameter of the generator, and how a draw moves with it, by its noise z. */
    private record Knob(String name, int number, DoubleUnaryOperator moved) {}

    Statement statement() {
        List<Law> laws = new ArrayList<>();
        for (Knob knob : List.of(new Knob("mean", 0, z -> 1), new Knob("sd", 1, z -> z))) {
            laws.addAll(of(knob));
        }
        laws.add(slope("minimax", parts.minimax(), "-σ(a)", -sigmoid(SURE)));
        laws.add(slope("non-saturating", parts.nonSaturating(), "-(1 - σ(a))", -sigmoid(-SURE)));
        return new Statement("Two losses for the generator", "section 3, equation 1 and what follows it", laws);
    }

    private List<Law> of(Knob knob) {
        double shannon = pair.twiceJensenShannonSlopes()[knob.number];
        double kullback = pair.divergenceSlopes()[knob.number];
        String at = "by " + knob.name + " at D*";
        double minimax = gradient(parts.minimax(), knob);
        double other = gradient(parts.nonSaturating(), knob);
        Estimate sampled = sampled(knob);
        return List.of(
                byQuadrature("minimax's gradient " + at, "∂(2·JSD(p_data ‖ p_g))", shannon, minimax),
                byQuadrature(
                        "non-saturating's gradient " + at,
                        "∂(KL(p_g ‖ p_data) - 2·JSD(p_data ‖ p_g))",
                        kullback - shannon,
                        other),
                byQuadrature("the sum of both " + at, "∂KL(p_g ‖ p_data)", kullback, minimax + other),
                new Law(
                        "the sum of both " + at + ", from " + DRAWS + " draws",
                        "∂KL(p_g ‖ p_data)",
                        kullback,
                        sampled.mean(),
                        sampled.tolerance() + Quadrature.PRECISION));
    }

    private static Law byQuadrature(String law, String formula, double expected, double measured) {
        return Law.of(Quadrature.PRECISION, law, formula, () -> expected, () -> measured);
    }

    private double gradient(Loss loss, Knob knob) {
        Game game = Game.of(loss);
        return pair.integral(x -> {
            double z = (x - pair.mean()) / pair.sd();
            double slope = game.costSlope(pair.logOdds(x));
            return pair.fake(x) * slope * pair.logOddsSlope(x) * knob.moved.applyAsDouble(z);
        });
    }

    /** Both losses' slopes over one batch, as a backend would have them; the error from -a'(x)·∂x of single draws. */
    private Estimate sampled(Knob knob) {
        PairDraws draws = PairDraws.of(parts, pair, DRAWS, seed, "gradients");
        double[] logits = each(draws.fake(), pair::logOdds);
        double[] moves = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            moves[i] = pair.logOddsSlope(draws.fake()[i]) * knob.moved.applyAsDouble(draws.latent()[i]);
        }
        double sum = batchSlope(parts.minimax(), logits, moves) + batchSlope(parts.nonSaturating(), logits, moves);
        return new Estimate(sum, Estimate.of(moves).standardError());
    }

    private static double batchSlope(Loss loss, double[] logits, double[] moves) {
        return Game.of(loss).generator().slope(new double[1], logits, new double[1], moves);
    }

    private static Law slope(String name, Loss loss, String formula, double expected) {
        return Law.of(
                String.format(Locale.ROOT, "%s's slope by the logit where D is sure, a = %.0f", name, SURE),
                formula,
                expected,
                () -> Game.of(loss).costSlope(SURE));
    }

    private static double sigmoid(double a) {
        return 1 / (1 + Math.exp(-a));
    }
}
