package com.example.play;

import java.util.List;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Turn;

/** One update of the discriminator, then several of the generator, each on fresh noise: the reverse of Algorithm 1. */
@About("one discriminator update, then several of the generator")
public record Patient(
        @Param(value = "2", min = 1, doc = "generator updates a step")
        int times) implements Schedule {
    @Override
    public List<Turn> turns() {
        return List.of(
                new Turn(List.of(Player.DISCRIMINATOR), 1, Turn.Batch.FRESH),
                new Turn(List.of(Player.GENERATOR), times, Turn.Batch.FRESH));
    }
}
