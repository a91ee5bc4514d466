package org.gan4j.experiments.reproduce;

import java.util.List;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Turn;

/** A schedule under which one player learns, on fresh batches, while the other stands still. */
public record SoloTraining(Player player) implements Schedule {
    @Override
    public List<Turn> turns() {
        return List.of(new Turn(List.of(player), 1, Turn.Batch.FRESH));
    }
}
