package org.gan4j.experiments.reproduce.theory.response;

import java.util.function.UnaryOperator;
import org.gan4j.api.Loss;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.train.Player;
import org.gan4j.experiments.reproduce.theory.setting.NormalPair;
import org.gan4j.experiments.reproduce.theory.setting.PairDraws;

/**
 * The gradient that a discriminator gives the generator x = mean + sd·z under a loss, dL_G/dmean and dL_G/dsd, beside the
 * gradient of what it should lower: 2·JSD(p_data ‖ p_g), which minimax gives where D = D*.
 */
record GeneratorGradient(double byMean, double byDeviation, double trueByMean, double trueByDeviation) {
    /** The distance of a finite difference: far above the rounding of float32 logits, far below where D bends. */
    private static final double REACH = 0.01;

    /**
     * @param logits D's logits at some examples
     * @param draws  from both sides of the pair
     */
    static GeneratorGradient of(Loss loss, UnaryOperator<double[]> logits, NormalPair pair, PairDraws draws) {
        double[] real = logits.apply(draws.real());
        double[] fake = logits.apply(draws.fake());
        double[] right = logits.apply(PairDraws.each(draws.fake(), x -> x + REACH));
        double[] left = logits.apply(PairDraws.each(draws.fake(), x -> x - REACH));
        double[] byMean = new double[fake.length];
        double[] byDeviation = new double[fake.length];
        for (int i = 0; i < fake.length; i++) {
            byMean[i] = (right[i] - left[i]) / (2 * REACH);
            byDeviation[i] = byMean[i] * draws.latent()[i];
        }
        Objective generator = new Objective(loss, Player.GENERATOR);
        double[] still = new double[real.length];
        double[] truth = pair.twiceJensenShannonSlopes();
        return new GeneratorGradient(
                generator.slope(real, fake, still, byMean),
                generator.slope(real, fake, still, byDeviation),
                truth[0],
                truth[1]);
    }

    /** 1 where the loss falls where the divergence falls, -1 where it falls where that rises. */
    double cosine() {
        return (byMean * trueByMean + byDeviation * trueByDeviation)
                / length()
                / Math.hypot(trueByMean, trueByDeviation);
    }

    double length() {
        return Math.hypot(byMean, byDeviation);
    }
}
