package org.gan4j.api.train;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which player updates when, how often, and on which batches, as data: the turns of one step, repeated until the budget is
 * spent. Because it is data it can be printed as pseudo-code, and what is printed is what is executed.
 *
 * <p>Implementations are immutable and return the same turns each time.
 */
public interface Schedule {
    /** The turns of one step, in order; never empty. */
    List<Turn> turns();

    /** How often a player is updated in one step. */
    default long updates(Player player) {
        return turns().stream()
                .filter(turn -> turn.players().contains(player))
                .mapToLong(Turn::times)
                .sum();
    }

    /** The turns as pseudo-code, one line each. */
    default String pseudoCode() {
        StringBuilder text = new StringBuilder("repeat\n");
        for (Turn turn : turns()) {
            String who = turn.players().stream()
                    .map(player -> "the " + player)
                    .collect(Collectors.joining(" and ", "update ", ""));
            String how = turn.players().size() == 1 ? "" : " together, at the same parameters,";
            String batch = turn.batch() == Turn.Batch.FRESH ? " from a fresh batch" : " from the batch before";
            String times = turn.times() == 1 ? "" : turn.times() + " times: ";
            text.append("  ")
                    .append(times)
                    .append(who)
                    .append(how)
                    .append(batch)
                    .append('\n');
        }
        return text.toString();
    }
}
