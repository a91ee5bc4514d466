package org.gan4j.standard.schedule;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Turn;

/**
 * Algorithm 1 with one long pause. After some steps the generator rests, until the discriminator is as good as it gets
 * against it; then the discriminator rests for a while; then both continue. One run shows (a) to (d) of figure 1 of the
 * paper.
 */
@About(
        value = "Algorithm 1, once interrupted for the discriminator alone, then the generator alone",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, figure 1")
public record InterruptedAlgorithm1(
        @Param(value = "500", min = 0, doc = "steps before") long at,

        @Param(value = "1000", min = 0, doc = "steps in which the generator rests")
        long discriminator,

        @Param(value = "20", min = 0, doc = "steps after these in which the discriminator rests")
        long generator,

        @Param(value = "1", min = 1, doc = "discriminator updates a step")
        int k)
        implements Schedule {
    @Override
    public List<Turn> turns() {
        return new Algorithm1(k).turns();
    }

    @Override
    public List<Rest> rests() {
        List<Rest> rests = new ArrayList<>();
        long caughtUp = at + discriminator;
        if (discriminator > 0) {
            rests.add(new Rest(Player.GENERATOR, at, caughtUp));
        }
        if (generator > 0) {
            rests.add(new Rest(Player.DISCRIMINATOR, caughtUp, caughtUp + generator));
        }
        return rests;
    }
}
