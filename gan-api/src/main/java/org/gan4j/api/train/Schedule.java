package org.gan4j.api.train;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which player updates when, how often, and on which batches, as data: the turns of one step, repeated until the budget is
 * spent, and how long a player rests before it joins them. Because it is data it can be printed as pseudo-code, and what is
 * printed is what is executed.
 *
 * <p>Implementations are immutable and return the same turns each time.
 */
public interface Schedule {
    /** The turns of one step, in order; never empty. */
    List<Turn> turns();

    /** For how many steps, from the first on, a player rests: turns are made without it. */
    default long rest(Player player) {
        return 0;
    }

    /** For how many steps, from the first on, nobody of a turn is awake, so that it is left out. */
    default long rest(Turn turn) {
        return turn.players().stream().mapToLong(this::rest).min().orElseThrow();
    }

    /** How often a player is updated in the first so many steps. */
    default long updates(Player player, long steps) {
        return Math.max(0, steps - rest(player))
                * turns().stream()
                        .filter(turn -> turn.players().contains(player))
                        .mapToLong(Turn::times)
                        .sum();
    }

    /** How many steps, from the one of this number on, the same players make; steps are counted from 0. */
    default long alike(long step) {
        return Stream.of(Player.values())
                .mapToLong(player -> rest(player) - step)
                .filter(left -> left > 0)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The turns as pseudo-code, one line each. */
    default String pseudoCode() {
        StringBuilder text = new StringBuilder("repeat\n");
        for (Turn turn : turns()) {
            String who = turn.players().stream()
                    .map(player -> "the " + player + (rest(player) == 0 ? "" : " (after " + rest(player) + " steps)"))
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
