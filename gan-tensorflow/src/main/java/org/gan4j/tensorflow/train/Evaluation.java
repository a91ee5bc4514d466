package org.gan4j.tensorflow.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Player;
import org.gan4j.tensorflow.data.Chunks;
import org.gan4j.tensorflow.data.NamedDraws;
import org.gan4j.tensorflow.export.SavedGenerator;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.graph.Variable;
import org.gan4j.tensorflow.host.Feeds;
import org.gan4j.tensorflow.host.GraphSession;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/**
 * The sub-graphs that use the nets without training them: without dropout, for any number of examples, and without any
 * change of state.
 */
public final class Evaluation {
    private final Shape latentShape;
    private final Shape dataShape;
    private final Graph graph;
    private final NamedDraws latents;
    private final Operand<TFloat32> latent;
    private final Operand<TFloat32> generated;
    private final Operand<TFloat32> examples;
    private final Operand<TFloat32> logits;
    private final Operand<TFloat32> features;
    private final SortedMap<String, Operand<TFloat32>> heads = new TreeMap<>();

    public Evaluation(Model model, Prior prior, Shape dataShape) {
        Nodes nodes = model.nodes();
        graph = nodes.graph();
        this.latentShape = prior.shape();
        this.dataShape = dataShape;
        latents = new NamedDraws("latent", model.evaluating(), model.streams(), latentShape, prior::draw);
        latent = nodes.placeholder("latent", DataType.DT_FLOAT, latentShape.batched());
        generated = model.nets().generate(model.using(), inside(nodes, latent));
        examples = nodes.placeholder("examples", DataType.DT_FLOAT, dataShape.batched());
        List<Given> layers = new ArrayList<>();
        Operand<TFloat32> seen = inside(nodes, examples);
        logits = model.nets().score(model.using(), seen, (place, given) -> layers.add(new Given(place, given.raw())));
        features = features(layers, model.parameters().of(Player.DISCRIMINATOR));
        heads.putAll(heads(model, Player.DISCRIMINATOR, seen));
        heads(model, Player.GENERATOR, latent);
    }

    /** Returns the heads of a player's net; this also makes their weights. */
    private static Map<String, Operand<TFloat32>> heads(Model model, Player player, Operand<TFloat32> input) {
        Map<String, Operand<TFloat32>> heads = new TreeMap<>();
        for (String name : model.nets().net(player).heads().keySet()) {
            heads.put(
                    name, model.nets().head(model.using(), player, input, name).raw());
        }
        return heads;
    }

    /** The input of a layer of D, and the layer's place. */
    private record Given(Scope place, Operand<TFloat32> input) {
        boolean hasOneOf(Collection<Variable<TFloat32>> weights) {
            return weights.stream().anyMatch(each -> each.name().startsWith(place + "."));
        }
    }

    private static Operand<TFloat32> features(List<Given> layers, Collection<Variable<TFloat32>> weights) {
        return layers.stream()
                .filter(layer -> layer.hasOneOf(weights))
                .reduce(layers.get(0), (before, last) -> last)
                .input();
    }

    /**
     * Adds an operation, because TensorFlow refuses to fetch a fed tensor, which a net without operations would
     * require.
     */
    private static Operand<TFloat32> inside(Nodes nodes, Operand<TFloat32> input) {
        return nodes.op("Identity", input);
    }

    /** Returns draws of the prior from a named stream. */
    public FloatTensor latent(GraphSession session, int count, String stream) {
        return latents.draw(session, count, stream);
    }

    /** Returns G(z). */
    public FloatTensor generate(GraphSession session, FloatTensor z) {
        check("latent draws", z, latentShape);
        return Chunks.map(z, dataShape, part -> apply(session, latent, part, generated));
    }

    /** Returns the sub-graph of {@link #generate}, for use outside of this run. */
    public SavedGenerator generator() {
        return new SavedGenerator(graph, latent, generated);
    }

    /** Returns D's logits. */
    public float[] score(GraphSession session, FloatTensor x) {
        check("examples", x, dataShape);
        return Chunks.map(x, Shape.of(), part -> apply(session, examples, part, logits))
                .values();
    }

    /**
     * Returns the input of the last of D's layers that have weights; the pass of {@link #score} computes it as well.
     */
    public FloatTensor features(GraphSession session, FloatTensor x) {
        check("examples", x, dataShape);
        Shape each = Shape.of(Nodes.shape(features).example().size());
        return Chunks.map(x, each, part -> apply(session, examples, part, features));
    }

    /** Returns the output of a head of D. */
    public FloatTensor head(GraphSession session, FloatTensor x, String name) {
        check("examples", x, dataShape);
        Operand<TFloat32> head = heads.get(name);
        if (head == null) {
            throw new InvalidInput("", "the discriminator has no head '" + name + "'; it has " + heads.keySet());
        }
        return Chunks.map(x, Nodes.shape(head).example(), part -> apply(session, examples, part, head));
    }

    private static FloatTensor apply(
            GraphSession session, Operand<TFloat32> input, FloatTensor values, Operand<TFloat32> output) {
        try (Feeds feeds = new Feeds().with(input, values)) {
            return session.floats(feeds, output);
        }
    }

    private static void check(String what, FloatTensor given, Shape expected) {
        if (given.shape().rank() == 0 || !given.shape().example().equals(expected)) {
            throw new InvalidInput(
                    "", what + " of this experiment have the shape " + expected.batched() + "; got " + given.shape());
        }
    }
}
