package org.gan4j.api.run;

import java.util.Map;
import org.gan4j.api.metric.TrainingSignals;
import org.gan4j.api.train.Player;

/** The capability of a run to update one player alone, outside of its schedule. */
public interface LoneUpdates {
    /**
     * Makes one update of a player, as a turn with this player alone would, and leaves the other player's weights as they are to
     * the bit. It counts as an update of the player and not as a step. Its batch comes from a stream that no turn uses, so the
     * later steps see the data and the noise that they would have seen.
     *
     * @return each training signal of this update, by metric name ({@link TrainingSignals})
     * @throws org.gan4j.api.problem.InvalidInput if no turn of the schedule updates the player
     */
    Map<String, Double> updateAlone(Player player);
}
