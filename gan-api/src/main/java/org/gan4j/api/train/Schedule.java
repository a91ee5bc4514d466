package org.gan4j.api.train;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.part.ExtensionPoint;

/**
 * Which player updates when, how often, and on which batches, as data: the turns of one step, repeated until the budget is
 * spent, and when a player rests. Because it is data it can be printed as pseudo-code, and what is
 * printed is what is executed.
 *
 * <p>Implementations are immutable and return the same turns each time.
 */
public interface Schedule {
    ExtensionPoint<Schedule> POINT = ExtensionPoint.one(
            "schedule", Schedule.class, "which player updates when", "schedule=algorithm-1 schedule.k=5");

    /** The turns of one step, in order; never empty. */
    List<Turn> turns();

    /** When players rest: turns are made without them, and a turn of which nobody is awake is left out. Never by default. */
    default List<Rest> rests() {
        return List.of();
    }

    /**
     * Some steps in a row, counted from 0.
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

        /** How many of the first so many steps are in it. */
        long within(long steps) {
            return Math.max(0, Math.min(steps, to) - from);
        }

        @Override
        public String toString() {
            return from == 0 ? "after " + to + " steps" : "not from " + from + " to " + to;
        }
    }

    /** Whether a player is awake in a step. A player's rests have no step in common. */
    default boolean awake(Player player, long step) {
        return rests().stream().noneMatch(rest -> rest.player() == player && rest.holds(step));
    }

    /** How often a player is updated in the first so many steps. */
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

    /** The steps from which on other players make the turns than before, ascending; never the first step, 0. */
    default SortedSet<Long> changes() {
        return rests().stream()
                .flatMap(rest -> Stream.of(rest.from(), rest.to()))
                .filter(step -> step > 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many steps, from the one of this number on, the same players make; steps are counted from 0. */
    default long stepsUntilChange(long step) {
        SortedSet<Long> later = changes().tailSet(step + 1);
        return later.isEmpty() ? Long.MAX_VALUE : later.first() - step;
    }

    /** The turns as pseudo-code, one line each. */
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
