package org.gan4j.tensorflow.train;

import java.util.List;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Term;

/**
 * One update: the players that move together at the same parameters, the source of their batch, and the terms that
 * count this time. Equal updates share one sub-graph.
 *
 * @param source the player whose stream of draws the batch belongs to
 * @param fresh  whether it is that stream's next draw; otherwise its last
 */
public record Update(List<Player> players, Player source, boolean fresh, List<Term> terms) {
    public Update {
        players = List.copyOf(players);
        terms = List.copyOf(terms);
    }

    boolean moves(Player player) {
        return players.contains(player);
    }

    /** The player whose count of updates numbers the random draws inside the nets. */
    Player clock() {
        return moves(Player.DISCRIMINATOR) ? Player.DISCRIMINATOR : Player.GENERATOR;
    }
}
