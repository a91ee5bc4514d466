package org.gan4j.tensorflow.plan;

import java.util.List;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Term;

/**
 * One update: the players that move together at the same parameters, the source of their batch, and the terms that
 * count this time. Equal updates share one sub-graph.
 *
 * @param source the player whose stream of draws the batch belongs to
 * @param draw   which of them it is
 */
public record Update(List<Player> players, Player source, Draw draw, List<Addend> addends) {
    /** Which draw a batch is. */
    public enum Draw {
        /** The stream's next draw. */
        NEXT,
        /** The stream's last draw, once more. */
        LAST,
        /** A draw of a stream that no turn uses, so that the schedule draws what it would have drawn. */
        APART
    }

    public Update {
        players = List.copyOf(players);
        addends = List.copyOf(addends);
    }

    /** A term as it is added to one player's objective. */
    public record Addend(Player player, Term term) {}

    /** Returns the terms that count in a player's objective this time. */
    public List<Term> terms(Player player) {
        return addends.stream()
                .filter(addend -> addend.player == player)
                .map(Addend::term)
                .toList();
    }

    public boolean moves(Player player) {
        return players.contains(player);
    }

    /** The player whose count of updates numbers the random draws inside the nets. */
    public Player clock() {
        return moves(Player.DISCRIMINATOR) ? Player.DISCRIMINATOR : Player.GENERATOR;
    }
}
