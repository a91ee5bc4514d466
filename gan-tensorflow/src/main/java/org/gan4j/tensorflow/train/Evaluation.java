package org.gan4j.tensorflow.train;

import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.tensorflow.data.Chunks;
import org.gan4j.tensorflow.data.NamedDraws;
import org.gan4j.tensorflow.export.SavedGenerator;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.host.Feeds;
import org.gan4j.tensorflow.host.GraphSession;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/** The sub-graphs that use the nets without training them: no dropout, any number of examples, no change of anything. */
public final class Evaluation {
    private final Shape latentShape;
    private final Shape dataShape;
    private final Graph graph;
    private final NamedDraws latents;
    private final Operand<TFloat32> latent;
    private final Operand<TFloat32> generated;
    private final Operand<TFloat32> examples;
    private final Operand<TFloat32> logits;

    public Evaluation(Model model, Prior prior, Shape dataShape) {
        Nodes nodes = model.nodes();
        graph = nodes.graph();
        this.latentShape = prior.shape();
        this.dataShape = dataShape;
        latents = new NamedDraws("latent", model.evaluating(), model.streams(), latentShape, prior::draw);
        latent = nodes.placeholder("latent", DataType.DT_FLOAT, latentShape.batched());
        generated = model.nets().generate(model.using(), inside(nodes, latent));
        examples = nodes.placeholder("examples", DataType.DT_FLOAT, dataShape.batched());
        logits = model.nets().score(model.using(), inside(nodes, examples));
    }

    /** TensorFlow refuses to fetch what is fed, which a net without a single operation would ask for. */
    private static Operand<TFloat32> inside(Nodes nodes, Operand<TFloat32> input) {
        return nodes.op("Identity", input);
    }

    /** Draws of the prior from a named stream. */
    public FloatTensor latent(GraphSession session, int count, String stream) {
        return latents.draw(session, count, stream);
    }

    /** G(z). */
    public FloatTensor generate(GraphSession session, FloatTensor z) {
        check("latent draws", z, latentShape);
        return Chunks.map(z, dataShape, part -> apply(session, latent, part, generated));
    }

    /** The sub-graph of {@link #generate}, for use outside of this run. */
    public SavedGenerator generator() {
        return new SavedGenerator(graph, latent, generated);
    }

    /** D's logits. */
    public float[] score(GraphSession session, FloatTensor x) {
        check("examples", x, dataShape);
        return Chunks.map(x, Shape.of(), part -> apply(session, examples, part, logits))
                .values();
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
