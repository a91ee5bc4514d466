package org.gan4j.experiments.store.game;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.Loss;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.train.Player;

/**
 * How steep the generator's loss is at D's logit a of one generated example, dL_G/da, from the loss's own definition; real logits
 * are held at 0.
 *
 * @param loss  its name
 * @param logit the edges of the bins of {@link LogitHistogram}, ascending
 * @param slope dL_G/da at each
 */
public record LossSlopes(String loss, List<Double> logit, List<Double> slope) {
    static LossSlopes of(String name, Loss loss) {
        Objective generator = new Objective(loss, Player.GENERATOR);
        List<Double> edges = IntStream.rangeClosed(0, LogitHistogram.BINS)
                .mapToObj(LogitHistogram::edge)
                .toList();
        return new LossSlopes(
                name, edges, edges.stream().map(a -> generator.fakeSlope(0, a)).toList());
    }

    /** At a logit; between two edges on the straight line that joins them, beyond the outermost as there. */
    public double at(double a) {
        double place = (Math.max(-LogitHistogram.REACH, Math.min(LogitHistogram.REACH, a)) + LogitHistogram.REACH)
                / LogitHistogram.WIDTH;
        int left = Math.min(LogitHistogram.BINS - 1, (int) place);
        return slope.get(left) + (place - left) * (slope.get(left + 1) - slope.get(left));
    }

    /** Mean over the generated examples of a look. */
    public double mean(LogitHistogram logits) {
        double sum = 0;
        for (int bin = 0; bin < LogitHistogram.BINS; bin++) {
            sum += logits.fake()[bin] * at(LogitHistogram.edge(bin) + LogitHistogram.WIDTH / 2);
        }
        return sum / logits.fakes();
    }

    /** dL_G/dD where D = σ(a): the slope by the logit over dD/da = D·(1 - D). */
    public double byProbability(double a) {
        double d = probability(a);
        return at(a) / (d * (1 - d));
    }

    /** D = σ(a). */
    public static double probability(double a) {
        return 1 / (1 + Math.exp(-a));
    }
}
