package org.gan4j.tensorflow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.standard.optimizer.Adam;
import org.gan4j.standard.optimizer.Momentum;
import org.gan4j.standard.optimizer.RmsProp;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.standard.optimizer.average.MovingAverage;
import org.gan4j.standard.optimizer.average.PolyakAveraging;
import org.gan4j.standard.optimizer.limit.ClipGradient;
import org.gan4j.standard.optimizer.limit.ClipGradient.Measure;
import org.gan4j.standard.optimizer.limit.ClipWeights;
import org.gan4j.standard.optimizer.limit.MaxNorm;
import org.gan4j.standard.optimizer.limit.Shrinkage;
import org.gan4j.standard.optimizer.rate.CosineDecay;
import org.gan4j.standard.optimizer.rate.HalvingDecay;
import org.gan4j.standard.optimizer.rate.LinearDecay;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.graph.Parameters;
import org.gan4j.tensorflow.graph.Streams;
import org.gan4j.tensorflow.graph.Variable;
import org.gan4j.tensorflow.graph.Variables;
import org.gan4j.tensorflow.host.Device;
import org.gan4j.tensorflow.host.Feeds;
import org.gan4j.tensorflow.host.GraphSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Compares updates in the graph, by fused kernel and by definition, with the definition in double precision. */
@Tag("tensorflow")
class OptimizerOpsTest {
    private static final Shape SHAPE = Shape.of(2, 3);
    private static final int UPDATES = 25;

    /** A rule that the backend does not recognise, and so executes as it is written. */
    record ByDefinition(Optimizer rule) implements Optimizer {
        @Override
        public <T> Expr<T> update(Slots<T> slots, Expr<T> parameter, Expr<T> gradient) {
            return rule.update(slots, parameter, gradient);
        }
    }

    static Stream<Optimizer> rules() {
        return Stream.of(
                new Sgd(0.1, 1, 0),
                new Sgd(0.5, 1.2, 0.05),
                new ByDefinition(new Sgd(0.5, 1.2, 0.05)),
                new Momentum(0.1, 1, 0, 0.9, 0.9, 1),
                new Momentum(0.2, 1.1, 0.03, 0.5, 0.7, 10),
                new ByDefinition(new Momentum(0.2, 1.1, 0.03, 0.5, 0.7, 10)),
                new MaxNorm(0.5, new Momentum(0.2, 1.1, 0.03, 0.5, 0.7, 10)),
                new Adam(0.01, 1, 0, 0.5, 0.999, 1e-8),
                new Adam(0.01, 1.2, 0.001, 0, 0.9, 1e-3),
                new Adam(0.01, 1, 0, 0.9, 0.999, 1e-8),
                new ByDefinition(new Adam(0.01, 1.2, 0.001, 0.5, 0.9, 1e-8)),
                new Shrinkage(0.9, Player.DISCRIMINATOR, new Momentum(0.2, 1.1, 0.03, 0.5, 0.7, 10)),
                new ByDefinition(new Shrinkage(0.9, Player.DISCRIMINATOR, new Sgd(0.5, 1.2, 0.05))),
                new PolyakAveraging(3, Player.GENERATOR, new Adam(0.01, 1, 0, 0.9, 0.999, 1e-8)),
                new MovingAverage(0.9, 3, true, Player.GENERATOR, new Adam(0.01, 1, 0, 0.9, 0.999, 1e-8)),
                new RmsProp(0.01, 0.9, 1e-8),
                new ClipWeights(0.5, Player.DISCRIMINATOR, new RmsProp(0.01, 0.9, 1e-8)),
                new ClipGradient(1, Measure.LENGTH, new Momentum(0.2, 1.1, 0.03, 0.5, 0.7, 10)),
                new ClipGradient(0.5, Measure.VALUE, new Sgd(0.5, 1.2, 0.05)),
                new CosineDecay(3, 15, 0.1, new Adam(0.01, 1.2, 0.001, 0.9, 0.999, 1e-8)),
                new LinearDecay(3, 15, 0.1, new Sgd(0.5, 1.2, 0.05)),
                new LinearDecay(3, 15, 0.1, new RmsProp(0.01, 0.9, 1e-8)),
                new HalvingDecay(5, 3, new LinearDecay(0, 50, 0, new Momentum(0.2, 1.1, 0.03, 0.5, 0.7, 10))),
                new HalvingDecay(5, 3, new MaxNorm(0.5, new ClipGradient(1, Measure.LENGTH, Sgd.rate(0.1)))));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void weights_follow_the_definition_over_many_updates(Optimizer rule) {
        List<FloatTensor> gradients = new ArrayList<>();
        List<FloatTensor> measured = new ArrayList<>();
        run(rule, gradients, measured);

        Slots slots = new Slots();
        Array weights = array(measured.get(0));
        for (int n = 0; n < UPDATES; n++) {
            slots.made = n;
            Expr<Array> gradient = rule.gradients(List.of(Expr.of(slots.algebra, array(gradients.get(n)))))
                    .get(0);
            weights = rule.update(slots, Expr.of(slots.algebra, weights), gradient)
                    .raw();
            assertClose(measured.get(n + 1), weights);
        }
    }

    /** The weights before the first and after each update, with the gradients that made them. */
    private static void run(Optimizer rule, List<FloatTensor> gradients, List<FloatTensor> weights) {
        try (Graph graph = new Graph()) {
            Nodes nodes = new Nodes(graph);
            Variables variables = new Variables(nodes);
            Streams streams = new Streams(nodes, 1);
            GraphAlgebra algebra = GraphAlgebra.evaluating(
                    nodes, new Parameters(nodes, variables, streams, () -> new double[0]), streams);
            Variable<TInt64> counter = variables.counter("updates");
            Variable<TFloat32> parameter = variables.create(
                    "weights",
                    DataType.DT_FLOAT,
                    SHAPE,
                    streams.of("first", nodes.constant(0L)).normal(0, nodes.ints(SHAPE.toArray())));
            Output<TFloat32> gradient = streams.of("gradient", counter.read()).normal(0, nodes.ints(SHAPE.toArray()));
            Expr<Operand<TFloat32>> made = algebra.expr(nodes.cast(counter.read(), DataType.DT_FLOAT));
            Operation barrier = nodes.group(
                    "barrier", List.of(gradient.op(), parameter.read().op()));
            OptimizerOps ops = new OptimizerOps(rule, algebra, variables);
            List<Operation> changes = new ArrayList<>(
                    ops.update(parameter, ops.gradients(List.of(gradient)).get(0), made, barrier));
            changes.add(counter.add(nodes.constant(1L), List.of(counter.read().op())));
            try (GraphSession session = new GraphSession(graph, new Device("cpu", -1).config(1))) {
                session.run(Feeds.none(), variables.initializers());
                for (int n = 0; n < UPDATES; n++) {
                    weights.add(session.floats(Feeds.none(), parameter.read()));
                    gradients.add(session.floats(Feeds.none(), List.of(gradient), changes)
                            .get(0));
                }
                weights.add(session.floats(Feeds.none(), parameter.read()));
            }
        }
    }

    private static final class Slots implements Optimizer.Slots<Array> {
        private final RealAlgebra algebra = new RealAlgebra();
        private final Map<String, Array> values = new HashMap<>();
        private double made;

        @Override
        public Shape shape() {
            return SHAPE;
        }

        @Override
        public Expr<Array> updates() {
            return Expr.of(algebra, Array.scalar(made));
        }

        @Override
        public Expr<Array> get(String name) {
            return Expr.of(algebra, values.getOrDefault(name, Array.filled(SHAPE, 0)));
        }

        @Override
        public void set(String name, Expr<Array> value) {
            values.put(name, value.raw());
        }
    }

    private static Array array(FloatTensor tensor) {
        double[] values = new double[tensor.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.values()[i];
        }
        return new Array(tensor.shape(), values);
    }

    private static void assertClose(FloatTensor measured, Array expected) {
        for (int i = 0; i < expected.values().length; i++) {
            double wanted = expected.values()[i];
            assertThat(Math.abs(measured.values()[i] - wanted))
                    .as("got %s, expected %s", measured.values()[i], wanted)
                    .isLessThanOrEqualTo(1e-6 + 1e-5 * Math.abs(wanted));
        }
    }
}
