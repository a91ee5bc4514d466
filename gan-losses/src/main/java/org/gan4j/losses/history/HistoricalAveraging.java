package org.gan4j.losses.history;

import java.util.List;
import java.util.Map;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;

/**
 * |θ - mean of the past θ|² over all weights θ of one player. The mean is over the weights before each earlier update that the
 * term counts in, and is kept between updates; before the first one the term is 0.
 *
 * <p>Source: Salimans et al. 2016, arXiv:1606.03498, section 3.2, which adds such a term to either player's objective.
 */
@About(
        value = "holds a player's weights near the mean of their past values",
        source = "Salimans et al. 2016, arXiv:1606.03498, section 3.2")
public record HistoricalAveraging(
        @Param(value = "generator", doc = "the player whose weights are held")
        Player player,

        @Param(value = "1", min = 0, doc = "factor of the term")
        double weight)
        implements Term {
    @Override
    public List<Player> players() {
        return List.of(player);
    }

    @Override
    public <T> Expr<T> value(Step<T> step) {
        Expr<T> updates = step.memory().get("updates", 0);
        Expr<T> next = updates.plus(1);
        step.memory().set("updates", next);
        Expr<T> distance = updates.constant(0);
        for (Map.Entry<String, Expr<T>> each : step.weights(player).entrySet()) {
            Expr<T> value = each.getValue();
            Shape shape = step.noise().algebra().shape(value.raw());
            Expr<T> mean = step.memory().get(each.getKey(), shape, 0);
            step.memory()
                    .set(
                            each.getKey(),
                            mean.plus(value.stopGradient().minus(mean).over(next)));
            distance = distance.plus(value.minus(mean).square().sum());
        }
        return updates.greater(0).select(distance, distance.times(0));
    }
}
