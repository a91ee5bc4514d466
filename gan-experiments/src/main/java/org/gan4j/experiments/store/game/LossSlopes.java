package org.gan4j.experiments.store.game;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.Loss;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.train.Player;

/**
 * The slope dL_G/da of the generator's loss by D's logit a of one generated example, from the loss's own definition;
 * real logits are held at 0.
 *
 * @param loss the loss's name
 * @param logit the edges of the bins of {@link LogitHistogram}, ascending
 * @param slope dL_G/da at each
 */
public record LossSlopes(String loss, List<Double> logit, List<Double> slope) {
    public LossSlopes {
        logit = List.copyOf(logit);
        slope = List.copyOf(slope);
        if (logit.size() != LogitHistogram.BINS + 1 || slope.size() != logit.size()) {
            throw new IllegalArgumentException("the loss " + loss + " has " + slope.size() + " slopes at "
                    + logit.size() + " logits, expected " + (LogitHistogram.BINS + 1) + " of each");
        }
    }

    static LossSlopes of(String name, Loss loss) {
        Objective generator = new Objective(loss, Player.GENERATOR);
        List<Double> edges = IntStream.rangeClosed(0, LogitHistogram.BINS)
                .mapToObj(LogitHistogram::edge)
                .toList();
        return new LossSlopes(
                name, edges, edges.stream().map(a -> generator.fakeSlope(0, a)).toList());
    }

    /** Returns the slope at a logit: interpolated linearly between two edges, and constant beyond the outermost. */
    public double at(double a) {
        double place = (Math.max(-LogitHistogram.REACH, Math.min(LogitHistogram.REACH, a)) + LogitHistogram.REACH)
                / LogitHistogram.WIDTH;
        int left = Math.min(LogitHistogram.BINS - 1, (int) place);
        return slope.get(left) + (place - left) * (slope.get(left + 1) - slope.get(left));
    }

    /** Returns the mean over the generated examples of an evaluation. */
    public double mean(LogitHistogram logits) {
        double sum = 0;
        for (int bin = 0; bin < LogitHistogram.BINS; bin++) {
            sum += logits.fake()[bin] * at(LogitHistogram.edge(bin) + LogitHistogram.WIDTH / 2);
        }
        return sum / logits.fakes();
    }

    /** Returns dL_G/dD with D = σ(a): the slope by the logit over dD/da = D·(1 - D). */
    public double byProbability(double a) {
        double d = probability(a);
        return at(a) / (d * (1 - d));
    }

    /** Returns D = σ(a). */
    public static double probability(double a) {
        return 1 / (1 + Math.exp(-a));
    }
}
