package org.gan4j.api.train;

import java.util.List;

/**
 * One entry of a {@link Schedule}: the players that are updated together, from the same batch and at the same parameters,
 * and how often in a row.
 *
 * @param players the players that are updated; two players mean one simultaneous update
 * @param times   how many updates in a row
 * @param batch   whether each update draws a fresh batch or reuses that of the update before it
 */
public record Turn(List<Player> players, int times, Batch batch) {
    /** The source of the examples and the noise of an update. */
    public enum Batch {
        /** The update draws new noise, and new data where data is used. */
        FRESH,
        /** The update reuses the data and noise of the update before. */
        REUSED
    }

    public Turn {
        players = List.copyOf(players);
        if (players.isEmpty() || times < 1) {
            throw new IllegalArgumentException(
                    "a turn updates at least one player at least once; got " + players + " × " + times);
        }
    }
}
