package org.gan4j.gradient;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.train.Draws;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.plain.Array;
import org.gan4j.plain.shape.ShapeAlgebra;
import org.gan4j.standard.initializer.Constant;

/**
 * One update as its terms see it, computed on the host: in doubles, or with derivatives along a direction of the weights. It is
 * what a backend's update can be compared with. Used by one thread.
 */
public final class PlainStep<T> implements Step<T> {
    private final Tape<T> net;
    private final Player player;
    private final Game game;
    private final Batch batch;
    private final Noise<T> noise;
    private final Map<Signal, Expr<T>> known = new HashMap<>();
    private final Map<Player, Expr<T>> objectives = new EnumMap<>(Player.class);

    /** What is drawn, and the nets and the loss of both players. */
    public record Game(Draws draws, Loss loss, Map<Player, NetSpec> nets) {
        public Game {
            nets = Map.copyOf(nets);
        }

        NetSpec net(Player player) {
            return Objects.requireNonNull(nets.get(player));
        }
    }

    /**
     * The draws of the update by name: {@code real}, {@code latent} and, where the data have classes, {@code label}; each
     * [batch × …].
     */
    public record Batch(Map<String, Array> draws) {
        public Batch {
            draws = Map.copyOf(draws);
        }

        Array get(String name) {
            Array drawn = draws.get(name);
            if (drawn == null) {
                throw new IllegalArgumentException(
                        "a step draws " + new TreeSet<>(draws.keySet()) + "; there is no \"" + name + "\"");
            }
            return drawn;
        }
    }

    /**
     * Creates the step.
     *
     * @param net    over the interpreter that has the weights
     * @param player the player whose objective is computed
     * @param noise  what terms draw, as numbers
     */
    public PlainStep(Tape<T> net, Player player, Game game, Batch batch, Noise<Array> noise) {
        this.net = net;
        this.player = player;
        this.game = game;
        this.batch = batch;
        this.noise = new ConstantNoise<>(net, noise);
    }

    @Override
    public Expr<T> get(Signal signal) {
        Expr<T> value = known.get(signal);
        if (value == null) {
            value = signal.compute(this);
            known.put(signal, value);
        }
        return value;
    }

    @Override
    public Player player() {
        return player;
    }

    @Override
    public Draws draws() {
        return game.draws();
    }

    @Override
    public Expr<T> feed(String name) {
        Array values = batch.get(name);
        return Expr.of(net, net.constant(values.shape(), values.values()));
    }

    @Override
    public Expr<T> apply(Player who, Expr<T> input) {
        Expr<T> output = game.net(who).apply(net, who.scope(), input);
        return switch (who) {
            case GENERATOR -> output;
            case DISCRIMINATOR -> output.with(net.reshape(output.raw(), Shape.of(Shape.ANY)));
        };
    }

    @Override
    public Expr<T> apply(Player who, Expr<T> input, String head) {
        return game.net(who).apply(net, who.scope(), input, head);
    }

    @Override
    public SortedMap<String, Expr<T>> weights(Player who) {
        Signal input =
                switch (who) {
                    case GENERATOR -> Signal.LATENT;
                    case DISCRIMINATOR -> Signal.REAL;
                };
        apply(who, get(input));
        ShapeAlgebra shapes = new ShapeAlgebra();
        Shape example = net.shape(get(input).raw()).example();
        game.net(who).apply(shapes, who.scope(), Expr.of(shapes, example.batched()));
        SortedMap<String, Expr<T>> weights = new TreeMap<>();
        shapes.parameters()
                .forEach((name, shape) ->
                        weights.put(name, Expr.of(net, net.parameter(new Scope(name), shape, new Constant(0)))));
        return weights;
    }

    @Override
    public Expr<T> objective(Player who) {
        return objectives.computeIfAbsent(who, this::computed);
    }

    private Expr<T> computed(Player who) {
        Scores<T> scores = new Scores<>(get(Signal.score(Signal.REAL)), get(Signal.score(Signal.FAKE)));
        return who.objective(game.loss(), scores);
    }

    @Override
    public Noise<T> noise() {
        return noise;
    }

    @Override
    public Expr<T> gradient(Expr<T> scalar, Expr<T> with) {
        return scalar.with(net.gradient(scalar.raw(), with.raw()));
    }

    /** Draws as constants of the recorded interpreter. */
    private record ConstantNoise<T>(Tape<T> algebra, Noise<Array> numbers) implements Noise<T> {
        @Override
        public Expr<T> uniform(Shape example) {
            return constant(numbers.uniform(example).raw());
        }

        @Override
        public Expr<T> normal(Shape example) {
            return constant(numbers.normal(example).raw());
        }

        private Expr<T> constant(Array values) {
            return Expr.of(algebra, algebra.constant(values.shape(), values.values()));
        }
    }
}
