package org.gan4j.api.laws;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.api.Law;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.term.TermGame;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Term;
import org.gan4j.plain.Array;
import org.gan4j.plain.PlainNoise;
import org.gan4j.plain.RealAlgebra;

/** The laws that hold for every term, followed by those that a term declares. */
public final class TermLaws {
    private static final List<Shape> SHAPES = List.of(Shape.of(3), Shape.of(2, 3, 2));
    private static final int BATCH = 4;
    private static final double BY_DIFFERENCES = 1e-7;
    /** Lengths of slopes curve more than losses do. */
    private static final double STEP = 5e-4;

    private TermLaws() {}

    /** Checks all laws, in games with a curved discriminator. */
    public static List<Law> of(Term term) {
        List<Law> laws = new ArrayList<>();
        for (Shape example : SHAPES) {
            TermGame game = TermGame.curved(example, BATCH);
            String of = " for examples " + example;
            term.players().forEach(player -> laws.addAll(of(term, player, game, of)));
        }
        laws.addAll(ownLaws(term));
        return List.copyOf(laws);
    }

    private static List<Law> of(Term term, Player player, TermGame game, String of) {
        String where = term.players().size() == 1 ? of : of + ", in the " + player + "'s objective";
        return List.of(
                Law.of("the term is one number" + where, "rank = 0", 0, () -> game.value(term, player)
                        .shape()
                        .rank()),
                Law.of(
                        BY_DIFFERENCES,
                        "the term has the slope of its values along the " + player + "'s weights" + of,
                        "d/dt term(θ + t·v) at t = 0",
                        () -> difference(term, player, game.filled(term, 1)),
                        () -> slope(term, player, game.filled(term, 1))),
                Law.of(
                        "the term and its slope are finite where all weights are 0" + where,
                        "values that are not finite = 0",
                        0,
                        () -> infinities(term, player, game.filled(term, 0))));
    }

    private static List<Law> ownLaws(Term term) {
        try {
            return term.laws();
        } catch (RuntimeException e) {
            return List.of(Law.of("the term states its own laws", "", 0, () -> {
                throw e;
            }));
        }
    }

    private static double slope(Term term, Player player, TermGame game) {
        return game.slope(term, player, directions(player, game));
    }

    /** Returns the slope by finite differences. Tensors whose gradient the term stops are held. */
    private static double difference(Term term, Player player, TermGame game) {
        List<Array> stopped = new ArrayList<>();
        game.value(term, player, x -> {
            stopped.add(x);
            return x;
        });
        Map<String, Array> directions = directions(player, game);
        return FiniteDifference.atZero(
                t -> {
                    Iterator<Array> held = stopped.iterator();
                    return game.moved(directions, t).value(term, player, x -> held.next());
                },
                STEP);
    }

    private static long infinities(Term term, Player player, TermGame game) {
        double value = game.value(term, player).single();
        double slope = slope(term, player, game);
        return List.of(value, slope).stream()
                .filter(each -> !Double.isFinite(each))
                .count();
    }

    /** Returns a random direction of the weights of a player. */
    private static Map<String, Array> directions(Player player, TermGame game) {
        Map<String, Array> directions = new TreeMap<>();
        game.weights().forEach((name, weight) -> {
            if (name.startsWith(player.scope() + ".")) {
                Array drawn = PlainNoise.of(new RealAlgebra(), 1, 1, name)
                        .normal(weight.shape())
                        .raw();
                directions.put(name, new Array(weight.shape(), drawn.values()));
            }
        });
        return directions;
    }
}
