package org.gan4j.tensorflow.train;

import java.util.List;
import java.util.function.BiConsumer;
import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.Part;
import org.gan4j.api.train.Draws;
import org.gan4j.api.train.Head;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Term;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.Nodes;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.types.TFloat32;

/**
 * Both players' nets.
 *
 * @param discriminator as it is trained and used
 * @param judge         the discriminator as the generator learns from it, with the same weights
 */
public record PlayerNets(NetSpec generator, NetSpec discriminator, NetSpec judge) {
    /** Returns the nets of an experiment, with the heads that its terms add. */
    public static PlayerNets of(Experiment.Parts parts, Draws draws) {
        List<Term> terms = parts.terms().stream().map(Part::value).toList();
        Discriminator d = parts.discriminator().value();
        return new PlayerNets(
                Head.addTo(
                        parts.generator().value().net(draws.latent(), draws.example()), Player.GENERATOR, terms, draws),
                Head.addTo(d.net(draws.example()), Player.DISCRIMINATOR, terms, draws),
                Head.addTo(d.netForGenerator(draws.example()), Player.DISCRIMINATOR, terms, draws));
    }

    /** Returns the nets as a player sees them. */
    PlayerNets seenBy(Player player) {
        return switch (player) {
            case DISCRIMINATOR -> this;
            case GENERATOR -> new PlayerNets(generator, judge, judge);
        };
    }

    NetSpec net(Player player) {
        return switch (player) {
            case DISCRIMINATOR -> discriminator;
            case GENERATOR -> generator;
        };
    }

    /** Returns what a player's net makes of its input: G(z) or D's logits. */
    Operand<TFloat32> apply(NetAlgebra<Operand<TFloat32>> net, Player player, Operand<TFloat32> input) {
        return switch (player) {
            case DISCRIMINATOR -> score(net, input);
            case GENERATOR -> generate(net, input);
        };
    }

    /** Returns G(z), [batch × data]. */
    public Operand<TFloat32> generate(NetAlgebra<Operand<TFloat32>> net, Operand<TFloat32> latent) {
        return generator
                .apply(net, Player.GENERATOR.scope(), Expr.of(net, latent))
                .raw();
    }

    /** D's logits, [batch]. */
    public Operand<TFloat32> score(NetAlgebra<Operand<TFloat32>> net, Operand<TFloat32> examples) {
        return score(net, examples, (place, given) -> {});
    }

    /**
     * D's logits, [batch].
     *
     * @param entering called for each layer of D, in order, with its place and its input
     */
    Operand<TFloat32> score(
            NetAlgebra<Operand<TFloat32>> net,
            Operand<TFloat32> examples,
            BiConsumer<Scope, Expr<Operand<TFloat32>>> entering) {
        Expr<Operand<TFloat32>> logits =
                discriminator.apply(net, Player.DISCRIMINATOR.scope(), Expr.of(net, examples), entering);
        Shape shape = net.shape(logits.raw());
        if (shape.rank() != 2 || shape.dim(1) != 1) {
            throw new IllegalArgumentException(
                    "the discriminator must give one logit an example, [batch×1]; it gave " + shape);
        }
        return net.reshape(logits.raw(), Shape.of(Shape.ANY));
    }

    /** Returns the output of a named head of a player's net. */
    Expr<Operand<TFloat32>> head(
            NetAlgebra<Operand<TFloat32>> net, Player player, Operand<TFloat32> input, String head) {
        return net(player).apply(net, player.scope(), Expr.of(net, input), head);
    }

    /** Tells whether the discriminator's logit of an example depends on this example alone. */
    boolean separatesExamples() {
        return discriminator.separatesExamples();
    }

    /** Returns the first and the second half of the logits of a pass through both sides. */
    static List<Operand<TFloat32>> halves(NetAlgebra<Operand<TFloat32>> net, Operand<TFloat32> logits) {
        if (net instanceof GraphAlgebra graph) {
            return split(graph.nodes(), logits);
        }
        int count = net.shape(logits).dim(0) / 2;
        return List.of(net.slice(logits, 0, 0, count), net.slice(logits, 0, count, 2 * count));
    }

    private static List<Operand<TFloat32>> split(Nodes nodes, Operand<TFloat32> x) {
        Operation halves = nodes.builder("Split")
                .addInput(nodes.integer(0))
                .addInput(x.asOutput())
                .setAttr("num_split", 2)
                .build();
        return List.of(halves.output(0), halves.output(1));
    }
}
