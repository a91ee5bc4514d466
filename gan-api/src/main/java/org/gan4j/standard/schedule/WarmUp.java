package org.gan4j.standard.schedule;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Turn;

/**
 * Wraps another schedule and lets the generator rest for the first steps, in which the discriminator takes its usual
 * turns.
 */
@About(
        value = "another schedule, at first without the generator",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, published code, ActivateGenerator")
public record WarmUp(
        @Param(min = 0, doc = "steps without the generator") long steps,

        @Param(value = "algorithm-1", doc = "the schedule") Schedule then)
        implements Schedule {
    @Override
    public List<Turn> turns() {
        return then.turns();
    }

    @Override
    public List<Rest> rests() {
        if (steps == 0) {
            return then.rests();
        }
        List<Rest> rests = new ArrayList<>(List.of(new Rest(Player.GENERATOR, 0, steps)));
        for (Rest rest : then.rests()) {
            boolean later = rest.player() == Player.GENERATOR;
            rests.add(later ? new Rest(Player.GENERATOR, steps + rest.from(), steps + rest.to()) : rest);
        }
        return rests;
    }
}
