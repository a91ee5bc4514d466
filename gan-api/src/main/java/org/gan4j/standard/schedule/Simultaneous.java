package org.gan4j.standard.schedule;

import java.util.List;
import org.gan4j.api.part.About;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Turn;

/** Both players at once, from one batch and at the same parameters. */
@About(value = "both players together, from one batch", source = "Goodfellow et al. 2014, published code")
public record Simultaneous() implements Schedule {
    @Override
    public List<Turn> turns() {
        return List.of(new Turn(List.of(Player.DISCRIMINATOR, Player.GENERATOR), 1, Turn.Batch.FRESH));
    }
}
