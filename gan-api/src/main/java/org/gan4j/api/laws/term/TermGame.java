package org.gan4j.api.laws.term;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.train.Draws;
import org.gan4j.api.train.Head;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Term;
import org.gan4j.gradient.PlainStep;
import org.gan4j.gradient.Tape;
import org.gan4j.plain.Array;
import org.gan4j.plain.Dual;
import org.gan4j.plain.DualAlgebra;
import org.gan4j.plain.PlainNoise;
import org.gan4j.plain.RealAlgebra;

/**
 * A small game on the host, in which a term has a value, and a slope along directions of the weights. Its data has {@value #CLASSES}
 * classes, and its prior has two codes, one of as many classes and one number.
 *
 * @param discriminator its nets' layers
 * @param real          the batch of real examples
 * @param weights       weights by full name; missing ones are drawn
 */
public record TermGame(List<Layer> discriminator, Array real, Map<String, Array> weights) {
    static final int CLASSES = 3;
    private static final long SEED = 1;
    private static final List<Prior.Code> CODES = List.of(Prior.Code.categorical(CLASSES), Prior.Code.continuous());
    static final int LATENT = 2 + CLASSES + 1;

    public TermGame {
        discriminator = List.copyOf(discriminator);
        weights = Map.copyOf(weights);
    }

    /** Creates a game with a discriminator that is curved everywhere, on random examples. */
    public static TermGame curved(Shape example, int batch) {
        List<Layer> layers = List.of(new GameLayer.Affine(3), new GameLayer.Bend(), new GameLayer.Affine(1));
        return new TermGame(layers, normal(example, batch, "real"), Map.of());
    }

    /** Creates a game with the discriminator w·x, on random examples; the weights have the given length. */
    static TermGame linear(Shape example, int batch, double length) {
        double[] w = new double[example.size()];
        for (int i = 0; i < w.length; i++) {
            // Weights 1, 2, 3, …, whose squares add up to n(n+1)(2n+1)/6.
            w[i] = length * (i + 1) / Math.sqrt(w.length * (w.length + 1.0) * (2 * w.length + 1) / 6);
        }
        return new TermGame(
                List.of(new GameLayer.Affine(1)),
                normal(example, batch, "real"),
                Map.of("discriminator.affine1.weights", new Array(Shape.of(w.length, 1), w)));
    }

    /** Creates a game with the discriminator ½‖x‖², whose slope at x is x, and with a generator that gives one example. */
    static TermGame square(Array real, double... fake) {
        return new TermGame(
                List.of(new GameLayer.HalfSquare()),
                real,
                Map.of(
                        "generator.affine1.weights", Array.filled(Shape.of(LATENT, fake.length), 0),
                        "generator.affine1.bias", Array.of(fake)));
    }

    /** Creates a game with a discriminator that gives each generated example a code; a row is the code of one. */
    static TermGame coded(double[]... codes) {
        Array rows = new Array(
                Shape.of(codes.length, codes[0].length),
                Arrays.stream(codes).flatMapToDouble(Arrays::stream).toArray());
        return new TermGame(
                List.of(new GameLayer.Given(rows), new GameLayer.HalfSquare()),
                Array.filled(Shape.of(codes.length, 1), 0),
                Map.of());
    }

    private static Array normal(Shape example, int batch, String stream) {
        return PlainNoise.of(new RealAlgebra(), batch, SEED, stream)
                .normal(example)
                .raw();
    }

    /** Returns the same game at weights that are moved along directions. */
    public TermGame moved(Map<String, Array> directions, double t) {
        RealAlgebra algebra = new RealAlgebra();
        Map<String, Array> moved = new TreeMap<>(weights);
        directions.forEach((name, direction) -> moved.compute(
                name,
                (same, weight) -> weight == null
                        ? direction
                        : algebra.add(weight, algebra.multiply(direction, algebra.constant(t)))));
        return new TermGame(discriminator, real, moved);
    }

    /** Returns the same game with all weights that a term uses, each times a factor. */
    public TermGame filled(Term term, double factor) {
        RealAlgebra algebra = algebra();
        term.players().forEach(player -> value(algebra, term, player));
        SortedMap<String, Array> all = new TreeMap<>();
        algebra.parameters()
                .forEach((name, weight) -> all.put(name, algebra.multiply(weight, algebra.constant(factor))));
        return new TermGame(discriminator, real, all);
    }

    /** Returns the term's value without its weight, in the objective of the first of its players. */
    Array value(Term term) {
        return value(term, term.players().get(0));
    }

    /** Returns the term's value in a player's objective without its weight. */
    public Array value(Term term, Player player) {
        return value(algebra(), term, player);
    }

    /**
     * Returns the value.
     *
     * @param stopped what becomes of tensors whose gradient the term stops
     */
    public double value(Term term, Player player, UnaryOperator<Array> stopped) {
        return value(algebra().withStopped(stopped), term, player).single();
    }

    private Array value(RealAlgebra algebra, Term term, Player player) {
        return term.value(step(Tape.of(algebra), term, player)).raw();
    }

    /** Returns the slope of the term's value in a player's objective along directions of the weights. */
    public double slope(Term term, Player player, Map<String, Array> directions) {
        Tape<Dual<Array>> tape = Tape.of(new DualAlgebra<>(algebra(), directions));
        return term.value(step(tape, term, player)).raw().slope().single();
    }

    private RealAlgebra algebra() {
        return new RealAlgebra(weights, false, SEED);
    }

    private <T> PlainStep<T> step(Tape<T> tape, Term term, Player player) {
        int batch = real.shape().dim(0);
        Map<Player, NetSpec> nets = new EnumMap<>(Player.class);
        net().forEach((who, net) -> nets.put(who, withCode(Head.addTo(net, who, List.of(term), draws()))));
        return new PlainStep<>(
                tape,
                player,
                new PlainStep.Game(draws(), new Logistic(), nets),
                new PlainStep.Batch(Map.of("real", real, "label", labels(batch), "latent", latent(batch))),
                PlainNoise.of(new RealAlgebra(), batch, SEED, "noise"));
    }

    /** Adds the head {@code code}, which gives the features as they are, to a net to which the term adds none. */
    private static NetSpec withCode(NetSpec net) {
        return net.heads().containsKey("code") ? net : net.with("code", NetSpec.Branch.ofFeatures());
    }

    private Map<Player, NetSpec> net() {
        Shape example = real.shape().example();
        return Map.of(
                Player.GENERATOR,
                NetSpec.of(List.of(new GameLayer.Affine(example.size()), new GameLayer.Shaped(example))),
                Player.DISCRIMINATOR,
                NetSpec.of(discriminator));
    }

    /** Returns what a step of this game draws. */
    Draws draws() {
        return new Draws(real.shape().example(), CLASSES, Shape.of(LATENT), CODES);
    }

    /** Returns the classes 1, 2, 0, 1, … of the real examples. */
    static Array labels(int batch) {
        double[] values = new double[batch * CLASSES];
        for (int i = 0; i < batch; i++) {
            values[i * CLASSES + (i + 1) % CLASSES] = 1;
        }
        return new Array(Shape.of(batch, CLASSES), values);
    }

    /** Returns random draws with the codes 0, 1, 2, 0, … and sin 0, sin 1, …. */
    private static Array latent(int batch) {
        double[] values = normal(Shape.of(LATENT), batch, "latent").values().clone();
        for (int i = 0; i < batch; i++) {
            for (int k = 0; k < CLASSES; k++) {
                values[(i + 1) * LATENT - CLASSES - 1 + k] = i % CLASSES == k ? 1 : 0;
            }
            values[(i + 1) * LATENT - 1] = Math.sin(i);
        }
        return new Array(Shape.of(batch, LATENT), values);
    }

    /** The loss of the game, for terms that look at a player's objective. */
    private record Logistic() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.real().negate().softplus().mean().plus(d.fake().softplus().mean());
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().negate().softplus().mean();
        }
    }
}
