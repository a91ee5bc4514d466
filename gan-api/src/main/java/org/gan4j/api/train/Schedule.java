package org.gan4j.api.train;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.part.ExtensionPoint;

/**
 * The order of the game as data: which player is updated when, how often and on which batches. It consists of the turns
 * of one step, repeated until the budget is spent, and of the players' rests. Because it is data it can be printed as
 * pseudo-code, and what is printed is what is executed.
 *
 * <p>Implementations are immutable and return the same turns each time.
 */
public interface Schedule {
    ExtensionPoint<Schedule> POINT = ExtensionPoint.one(
            "schedule", Schedule.class, "which player updates when", "schedule=algorithm-1 schedule.k=5");

    /** Returns the turns of one step, in order; never empty. */
    List<Turn> turns();

    /**
     * Returns the rests of players. Turns are made without a resting player, and a turn without any player is skipped.
     * By default nobody rests.
     */
    default List<Rest> rests() {
        return List.of();
    }

    /**
     * A range of steps, counted from 0.
     *
     * @param from the first of them
     * @param to   the first after them
     */
    record Rest(Player player, long from, long to) {
        public Rest {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException("a rest is at least one step, not from " + from + " to " + to);
            }
        }

        boolean holds(long step) {
            return from <= step && step < to;
        }

        /** Returns how many of the first so many steps are in the range. */
        long within(long steps) {
            return Math.max(0, Math.min(steps, to) - from);
        }

        @Override
        public String toString() {
            return from == 0 ? "after " + to + " steps" : "not from " + from + " to " + to;
        }
    }

    /** Returns whether a player does not rest in a step. A player's rests have no step in common. */
    default boolean awake(Player player, long step) {
        return rests().stream().noneMatch(rest -> rest.player() == player && rest.holds(step));
    }

    /** Returns how often a player is updated in the first so many steps. */
    default long updates(Player player, long steps) {
        long asleep = rests().stream()
                .filter(rest -> rest.player() == player)
                .mapToLong(rest -> rest.within(steps))
                .sum();
        return (steps - asleep)
                * turns().stream()
                        .filter(turn -> turn.players().contains(player))
                        .mapToLong(Turn::times)
                        .sum();
    }

    /** Returns the steps at which the set of active players changes, ascending; never the first step, 0. */
    default SortedSet<Long> changes() {
        return rests().stream()
                .flatMap(rest -> Stream.of(rest.from(), rest.to()))
                .filter(step -> step > 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns the number of steps, from the given one on, until the set of active players changes; steps are counted
     * from 0.
     */
    default long stepsUntilChange(long step) {
        SortedSet<Long> later = changes().tailSet(step + 1);
        return later.isEmpty() ? Long.MAX_VALUE : later.first() - step;
    }

    /** Returns the turns as pseudo-code, one line each. */
    default String pseudoCode() {
        StringBuilder text = new StringBuilder("repeat\n");
        for (Turn turn : turns()) {
            String who = turn.players().stream()
                    .map(player -> "the " + player + resting(player))
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

    private String resting(Player player) {
        String rests = rests().stream()
                .filter(rest -> rest.player() == player)
                .map(Rest::toString)
                .collect(Collectors.joining(", "));
        return rests.isEmpty() ? "" : " (" + rests + ")";
    }
}
