package org.gan4j.tensorflow.train;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Term;
import org.gan4j.api.train.Turn;

/** A schedule written out: the updates of each step, in order. */
public final class Plan {
    /** Beyond this many steps until the terms' intervals fall together again, the distinct updates are not worth listing. */
    private static final long LONGEST_PERIOD = 10_000;

    private final List<Turn> turns;
    private final List<Term> terms;
    private final long period;

    public Plan(Schedule schedule, List<Term> terms) {
        this.turns = List.copyOf(schedule.turns());
        this.terms = List.copyOf(terms);
        if (turns.stream().noneMatch(Plan::isFresh)) {
            throw new InvalidInput("schedule", "no turn of it draws a batch; at least one must use a fresh one");
        }
        period = terms.stream().mapToLong(Term::interval).reduce(1, Plan::leastCommonMultiple);
        if (period > LONGEST_PERIOD) {
            throw new InvalidInput(
                    "term",
                    "the terms' intervals fall together only every " + period
                            + " updates; choose multiples of each other");
        }
    }

    /** The updates of a step, counted from 0. */
    public List<Update> step(long step) {
        long[] made = new long[Player.values().length];
        for (Player player : Player.values()) {
            made[player.ordinal()] = step * perStep(player);
        }
        List<Update> updates = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            for (int n = 0; n < turn.times(); n++) {
                updates.add(new Update(turn.players(), source(i), isFresh(turn), due(turn, made)));
                turn.players().forEach(player -> made[player.ordinal()]++);
            }
        }
        return updates;
    }

    /** Every update that ever occurs. */
    public Set<Update> distinct() {
        Set<Update> all = new LinkedHashSet<>();
        for (long step = 0; step < period; step++) {
            all.addAll(step(step));
        }
        return all;
    }

    /** Whether all steps are alike. */
    public boolean uniform() {
        return period == 1;
    }

    /** Updates of a player in one step. */
    public long perStep(Player player) {
        return turns.stream()
                .filter(turn -> turn.players().contains(player))
                .mapToLong(Turn::times)
                .sum();
    }

    /** New batches that a step draws from a player's stream. */
    public long drawsPerStep(Player source) {
        return turns.stream()
                .filter(turn -> isFresh(turn) && owner(turn) == source)
                .mapToLong(Turn::times)
                .sum();
    }

    /** Whose stream the batch of a turn comes from: its own, or that of the last turn before it that drew one. */
    private Player source(int turn) {
        int i = turn;
        while (!isFresh(turns.get(i))) {
            i = Math.floorMod(i - 1, turns.size());
        }
        return owner(turns.get(i));
    }

    private static Player owner(Turn turn) {
        return turn.players().contains(Player.DISCRIMINATOR) ? Player.DISCRIMINATOR : Player.GENERATOR;
    }

    private static boolean isFresh(Turn turn) {
        return turn.batch() == Turn.Batch.FRESH;
    }

    private List<Term> due(Turn turn, long[] made) {
        return terms.stream()
                .filter(term -> turn.players().contains(term.player()))
                .filter(term -> made[term.player().ordinal()] % term.interval() == 0)
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
