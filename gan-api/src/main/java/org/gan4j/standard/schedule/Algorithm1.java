package org.gan4j.standard.schedule;

import java.util.List;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Turn;

/** Algorithm 1: k updates of the discriminator, each on fresh noise and data, then one of the generator on fresh noise. */
@About(
        value = "k discriminator updates, then one of the generator",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, Algorithm 1")
public record Algorithm1(
        @Param(value = "1", min = 1, doc = "discriminator updates a step")
        int k) implements Schedule {
    @Override
    public List<Turn> turns() {
        return List.of(
                new Turn(List.of(Player.DISCRIMINATOR), k, Turn.Batch.FRESH),
                new Turn(List.of(Player.GENERATOR), 1, Turn.Batch.FRESH));
    }
}
