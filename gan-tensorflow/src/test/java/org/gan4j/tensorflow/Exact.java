package org.gan4j.tensorflow;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.Part;
import org.gan4j.api.train.Draws;
import org.gan4j.api.train.Head;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Term;
import org.gan4j.gradient.PlainStep;
import org.gan4j.plain.Array;
import org.gan4j.plain.Dual;
import org.gan4j.plain.DualAlgebra;
import org.gan4j.plain.RealAlgebra;

/** Computes the same nets and losses in double precision, at given weights and on a given batch, without dropout. */
final class Exact {
    private final Experiment.Parts parts;
    private final SortedMap<String, Array> weights = new TreeMap<>();
    private final Array real;
    private final Array latent;

    Exact(Experiment experiment, SortedMap<String, FloatTensor> weights, FloatTensor real, FloatTensor latent) {
        parts = experiment.parts();
        weights.forEach((name, values) -> this.weights.put(name, array(values)));
        this.real = array(real);
        this.latent = array(latent);
    }

    Scores<Array> scores() {
        return scores(algebra(), Expr.of(algebra(), real), Expr.of(algebra(), latent));
    }

    Array generated() {
        RealAlgebra net = algebra();
        return parts.generator()
                .value()
                .net(parts.prior().value().shape(), parts.dataset().value().shape())
                .apply(net, Player.GENERATOR.scope(), Expr.of(net, latent))
                .raw();
    }

    double objective(Player player) {
        return objective(player, parts.loss().value(), scores()).raw().single();
    }

    /** Length of the gradient of a player's objective by the player's weights. */
    double gradientNorm(Player player, Loss loss) {
        double sum = 0;
        for (Map.Entry<String, Array> weight : weights.entrySet()) {
            if (weight.getKey().startsWith(player.scope() + ".")) {
                for (int i = 0; i < weight.getValue().values().length; i++) {
                    double[] unit = new double[weight.getValue().values().length];
                    unit[i] = 1;
                    double slope = slope(
                            player,
                            loss,
                            weight.getKey(),
                            new Array(weight.getValue().shape(), unit));
                    sum += slope * slope;
                }
            }
        }
        return Math.sqrt(sum);
    }

    private double slope(Player player, Loss loss, String name, Array direction) {
        DualAlgebra<Array> net = new DualAlgebra<>(algebra(), Map.of(name, direction));
        Scores<Dual<Array>> scores = scores(net, Expr.of(net, net.still(real)), Expr.of(net, net.still(latent)));
        return objective(player, loss, scores).raw().slope().single();
    }

    private RealAlgebra algebra() {
        return new RealAlgebra(weights, false, 0);
    }

    private <T> Scores<T> scores(NetAlgebra<T> net, Expr<T> data, Expr<T> z) {
        Shape example = parts.dataset().value().shape();
        Expr<T> fake = parts.generator()
                .value()
                .net(parts.prior().value().shape(), example)
                .apply(net, Player.GENERATOR.scope(), z);
        return new Scores<>(logits(net, example, data), logits(net, example, fake));
    }

    private <T> Expr<T> logits(NetAlgebra<T> net, Shape example, Expr<T> x) {
        Expr<T> logits = parts.discriminator().value().net(example).apply(net, Player.DISCRIMINATOR.scope(), x);
        return logits.with(net.reshape(logits.raw(), Shape.of(Shape.ANY)));
    }

    private static <T> Expr<T> objective(Player player, Loss loss, Scores<T> scores) {
        return player == Player.DISCRIMINATOR ? loss.discriminator(scores) : loss.generator(scores);
    }

    /** The nets of an experiment with the heads of its terms. */
    static PlainStep.Game game(Experiment experiment) {
        Experiment.Parts parts = experiment.parts();
        Draws draws = Draws.of(parts.dataset().value(), parts.prior().value());
        Map<Player, NetSpec> nets = Map.of(
                Player.GENERATOR,
                parts.generator().value().net(draws.latent(), draws.example()),
                Player.DISCRIMINATOR,
                parts.discriminator().value().net(draws.example()));
        List<Term> terms = parts.terms().stream().map(Part::value).toList();
        Map<Player, NetSpec> extended = new EnumMap<>(Player.class);
        nets.forEach((player, net) -> extended.put(player, Head.addTo(net, player, terms, draws)));
        return new PlainStep.Game(draws, parts.loss().value(), extended);
    }

    static PlainStep.Batch batch(Map<String, FloatTensor> draws) {
        Map<String, Array> arrays = new TreeMap<>();
        draws.forEach((name, values) -> arrays.put(name, array(values)));
        return new PlainStep.Batch(arrays);
    }

    static Array array(FloatTensor tensor) {
        double[] values = new double[tensor.values().length];
        Arrays.setAll(values, i -> tensor.values()[i]);
        return new Array(tensor.shape(), values);
    }
}
