package org.gan4j.standard.schedule;

import java.util.List;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Turn;

/**
 * One update of the discriminator, then g of the generator, each on fresh noise: Algorithm 1 the wrong way round. The paper warns
 * of it: "G must not be trained too much without updating D", since G then gives up variety for what the present D likes most.
 */
@About(
        value = "one discriminator update, then g of the generator: how to make a generator collapse",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 6, \"the Helvetica scenario\"")
public record GeneratorAhead(
        @Param(value = "20", min = 1, doc = "generator updates a step")
        int g) implements Schedule {
    @Override
    public List<Turn> turns() {
        return List.of(
                new Turn(List.of(Player.DISCRIMINATOR), 1, Turn.Batch.FRESH),
                new Turn(List.of(Player.GENERATOR), g, Turn.Batch.FRESH));
    }
}
