package org.gan4j.standard.schedule;

import java.util.List;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Turn;

/**
 * Both players at once as in {@link Simultaneous}, then the discriminator alone, so that the generator moves with every k-th of its
 * updates.
 *
 * <p>The published code gives a resting generator a gradient of 0, so its momentum still moves it; here it does not
 * move.
 */
@About(
        value = "both players together, then the discriminator alone k - 1 times",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, published code, Cycler; for k = 2, alternate_g")
public record Cycle(
        @Param(value = "2", min = 1, doc = "the generator moves with every k-th update of the discriminator")
        int k) implements Schedule {
    @Override
    public List<Turn> turns() {
        Turn both = new Turn(List.of(Player.DISCRIMINATOR, Player.GENERATOR), 1, Turn.Batch.FRESH);
        return k == 1 ? List.of(both) : List.of(both, new Turn(List.of(Player.DISCRIMINATOR), k - 1, Turn.Batch.FRESH));
    }
}
