package org.gan4j.tensorflow.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Term;
import org.gan4j.api.train.Turn;

/** A schedule written out: the updates of each step, in order. */
public final class UpdatePlan {
    /** The largest common period of the terms' intervals, in steps, for which the distinct updates are listed. */
    private static final long LONGEST_PERIOD = 10_000;

    private final Schedule schedule;
    private final List<Turn> turns;
    private final List<Term> terms;
    private final long period;

    public UpdatePlan(Schedule schedule, List<Term> terms) {
        this.schedule = schedule;
        this.turns = List.copyOf(schedule.turns());
        this.terms = List.copyOf(terms);
        if (turns.stream().noneMatch(UpdatePlan::isFresh)) {
            throw new InvalidInput("schedule", "no turn of it draws a batch; at least one must use a fresh one");
        }
        beginnings().forEach(this::requireBatches);
        period = terms.stream().mapToLong(Term::interval).reduce(1, UpdatePlan::leastCommonMultiple);
        if (period > LONGEST_PERIOD) {
            throw new InvalidInput(
                    "term",
                    "the terms' intervals fall together only every " + period
                            + " updates; choose multiples of each other");
        }
    }

    /** Refuses a turn whose batch nobody draws. */
    private void requireBatches(long step) {
        for (int i = 0; i < turns.size(); i++) {
            if (isMade(turns.get(i), step) && !isMade(source(i), step)) {
                throw new InvalidInput(
                        "schedule",
                        "turn " + (i + 1) + " of it reuses a batch that nobody draws "
                                + (step == 0 ? "in the first " : "from step " + step + " on for ")
                                + schedule.stepsUntilChange(step) + " steps; let it use a fresh one");
            }
        }
    }

    private boolean isMade(Turn turn, long step) {
        return turn.players().stream().anyMatch(player -> schedule.awake(player, step));
    }

    /** Returns the updates of a step; steps are counted from 0. */
    public List<Update> step(long step) {
        long[] made = new long[Player.values().length];
        for (Player player : Player.values()) {
            made[player.ordinal()] = schedule.updates(player, step);
        }
        List<Update> updates = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            List<Player> awake = turn.players().stream()
                    .filter(player -> schedule.awake(player, step))
                    .toList();
            for (int n = 0; n < turn.times() && !awake.isEmpty(); n++) {
                updates.add(new Update(awake, owner(source(i)), draw(turn), due(awake, made)));
                awake.forEach(player -> made[player.ordinal()]++);
            }
        }
        return updates;
    }

    /**
     * Returns an update outside of the schedule, of one player alone.
     *
     * @param made the updates that the player has made, which say what terms count this time
     * @throws InvalidInput if no turn updates the player
     */
    public Update alone(Player player, long made) {
        if (turns.stream().noneMatch(turn -> turn.players().contains(player))) {
            throw new InvalidInput(
                    "schedule",
                    "no turn of it updates the " + player + ", so the " + player + " cannot be updated alone");
        }
        long[] all = new long[Player.values().length];
        all[player.ordinal()] = made;
        return new Update(List.of(player), player, Update.Draw.APART, due(List.of(player), all));
    }

    /** Returns every update of the schedule that ever occurs. */
    public Set<Update> distinct() {
        Set<Update> all = new LinkedHashSet<>();
        for (long first : beginnings()) {
            for (long step = first; step < first + period; step++) {
                all.addAll(step(step));
            }
        }
        return all;
    }

    /** Returns the first step, and the steps at which the set of active players changes. */
    private SortedSet<Long> beginnings() {
        SortedSet<Long> steps = new TreeSet<>(schedule.changes());
        steps.add(0L);
        return steps;
    }

    /** Returns the number of new batches that the first so many steps draw from a player's stream. */
    public long draws(Player source, long steps) {
        long drawn = 0;
        for (long first : beginnings().headSet(steps)) {
            long these = Math.min(schedule.stepsUntilChange(first), steps - first);
            drawn += these
                    * turns.stream()
                            .filter(turn -> isFresh(turn) && owner(turn) == source && isMade(turn, first))
                            .mapToLong(Turn::times)
                            .sum();
        }
        return drawn;
    }

    /** Returns the turn that the batch of a turn comes from: itself, or the last turn before it that drew one. */
    private Turn source(int turn) {
        int i = turn;
        while (!isFresh(turns.get(i))) {
            i = Math.floorMod(i - 1, turns.size());
        }
        return turns.get(i);
    }

    /** Returns the player whose stream a fresh batch comes from, whether or not that player rests. */
    private static Player owner(Turn turn) {
        return turn.players().contains(Player.DISCRIMINATOR) ? Player.DISCRIMINATOR : Player.GENERATOR;
    }

    private static Update.Draw draw(Turn turn) {
        return isFresh(turn) ? Update.Draw.NEXT : Update.Draw.LAST;
    }

    private static boolean isFresh(Turn turn) {
        return turn.batch() == Turn.Batch.FRESH;
    }

    private List<Update.Addend> due(List<Player> moving, long[] made) {
        return terms.stream()
                .flatMap(term -> term.players().stream().map(player -> new Update.Addend(player, term)))
                .filter(addend -> moving.contains(addend.player()))
                .filter(addend ->
                        made[addend.player().ordinal()] % addend.term().interval() == 0)
                .toList();
    }

    private static long leastCommonMultiple(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return a / x * b;
    }
}
