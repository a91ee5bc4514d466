package org.gan4j.gradient;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.NetSpec;
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
    private final Game game;
    private final Batch batch;
    private final Noise<T> noise;
    private final Map<Signal, Expr<T>> known = new HashMap<>();
    private final Map<Player, Expr<T>> objectives = new EnumMap<>(Player.class);

    /** The nets and the loss of both players. */
    public record Game(Loss loss, NetSpec generator, NetSpec discriminator) {}

    /** The draws of the update, each [batch × …]. */
    public record Batch(Array real, Array latent) {}

    /**
     * Creates the step.
     *
     * @param net   over the interpreter that has the weights
     * @param noise what terms draw, as numbers
     */
    public PlainStep(Tape<T> net, Game game, Batch batch, Noise<Array> noise) {
        this.net = net;
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
    public Expr<T> feed(String name) {
        Array values =
                switch (name) {
                    case "real" -> batch.real();
                    case "latent" -> batch.latent();
                    default ->
                        throw new IllegalArgumentException(
                                "a step draws \"real\" and \"latent\"; there is no \"" + name + "\"");
                };
        return Expr.of(net, net.constant(values.shape(), values.values()));
    }

    @Override
    public Expr<T> apply(Player player, Expr<T> input) {
        Expr<T> output = of(player).apply(net, player.scope(), input);
        return player == Player.GENERATOR ? output : output.with(net.reshape(output.raw(), Shape.of(Shape.ANY)));
    }

    @Override
    public Expr<T> apply(Player player, Expr<T> input, String head) {
        return of(player).apply(net, player.scope(), input, head);
    }

    private NetSpec of(Player player) {
        return player == Player.GENERATOR ? game.generator() : game.discriminator();
    }

    @Override
    public SortedMap<String, Expr<T>> weights(Player player) {
        get(player == Player.GENERATOR ? Signal.FAKE : Signal.score(Signal.REAL));
        ShapeAlgebra shapes = new ShapeAlgebra();
        Array input = player == Player.GENERATOR ? batch.latent() : batch.real();
        of(player)
                .apply(
                        shapes,
                        player.scope(),
                        Expr.of(shapes, input.shape().example().batched()));
        SortedMap<String, Expr<T>> weights = new TreeMap<>();
        shapes.parameters()
                .forEach((name, shape) ->
                        weights.put(name, Expr.of(net, net.parameter(new Scope(name), shape, new Constant(0)))));
        return weights;
    }

    @Override
    public Expr<T> objective(Player player) {
        return objectives.computeIfAbsent(player, this::computed);
    }

    private Expr<T> computed(Player player) {
        Scores<T> scores = new Scores<>(get(Signal.score(Signal.REAL)), get(Signal.score(Signal.FAKE)));
        return player.objective(game.loss(), scores);
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
