package org.gan4j.tensorflow.train;

import java.util.List;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.train.Player;
import org.gan4j.tensorflow.graph.Gradients;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.host.Feeds;
import org.gan4j.tensorflow.host.GraphSession;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/** The generator's loss as a function of examples that are fed. Its sub-graph is built the first time that it is asked for. */
public final class SampleLoss {
    private final Loss loss;
    private final Model model;
    private final UpdateGraphs training;
    private final Shape batch;
    private @Nullable Slopes slopes;

    /** The placeholders of the examples, and the gradient by the generated ones. */
    private record Slopes(Operand<TFloat32> real, Operand<TFloat32> fake, Operand<TFloat32> gradient) {}

    /**
     * A function without a sub-graph.
     *
     * @param example the shape of an example
     */
    public SampleLoss(Loss loss, Model model, UpdateGraphs training, Shape example) {
        this.loss = loss;
        this.model = model;
        this.training = training;
        batch = example.batched();
    }

    /** Returns the gradient of the loss with respect to the generated examples. */
    public FloatTensor gradient(GraphSession session, FloatTensor real, FloatTensor fake) {
        if (slopes == null) {
            slopes = build();
        }
        try (Feeds feeds = new Feeds().with(slopes.real, real).with(slopes.fake, fake)) {
            return session.floats(feeds, slopes.gradient);
        }
    }

    private Slopes build() {
        Nodes nodes = model.nodes();
        GraphAlgebra net = model.using();
        PlayerNets nets = model.nets().seenBy(Player.GENERATOR);
        Operand<TFloat32> real = nodes.placeholder("push.real", DataType.DT_FLOAT, batch);
        Operand<TFloat32> fake = nodes.placeholder("push.fake", DataType.DT_FLOAT, batch);
        Scores<Operand<TFloat32>> scores = new Scores<>(
                        Expr.of(net, nets.score(net, real)), Expr.of(net, nets.score(net, fake)))
                .with(training.looking(net).ofLoss(Player.GENERATOR));
        Operand<TFloat32> objective = loss.generator(scores).raw();
        return new Slopes(
                real,
                fake,
                new Gradients(nodes)
                        .of("the generator's loss", objective, List.of(fake))
                        .get(0));
    }
}
