package org.gan4j.tensorflow.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Precision;
import org.gan4j.plain.Array;
import org.gan4j.tensorflow.host.Device;
import org.gan4j.tensorflow.host.Feeds;
import org.gan4j.tensorflow.host.GraphSession;
import org.gan4j.tensorflow.host.ThreadPools;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/** Holds a graph under construction and, from the first fetch on, its session. */
final class Bench implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Device device;
    private final Feeds feeds = new Feeds();
    final Nodes nodes = new Nodes(graph);
    final Variables variables = new Variables(nodes);
    final Streams streams;
    final Parameters parameters;
    private GraphSession session;

    Bench(Device device, long seed) {
        this.device = device;
        streams = new Streams(nodes, seed);
        parameters = new Parameters(nodes, variables, streams, () -> new double[] {0.25, 0.5, 0.75});
    }

    static Bench onCpu() {
        return new Bench(new Device("cpu", -1), 1);
    }

    GraphAlgebra evaluating() {
        return GraphAlgebra.evaluating(nodes, parameters, streams);
    }

    /** Creates a bench with all draws at number 0. */
    GraphAlgebra training() {
        return training(Precision.FLOAT32);
    }

    /** Creates the same bench, whose products have a precision. */
    GraphAlgebra training(Precision precision) {
        return GraphAlgebra.training(
                nodes, parameters, precision, name -> streams.of("training." + name, nodes.constant(0L)));
    }

    /** A tensor that is fed, so that nothing is computed before the graph runs. */
    Operand<TFloat32> input(Array value) {
        Operand<TFloat32> input = nodes.placeholder("input", DataType.DT_FLOAT, value.shape());
        float[] floats = new float[value.values().length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) value.values()[i];
        }
        feeds.with(input, new FloatTensor(value.shape(), floats));
        return nodes.op("Identity", input);
    }

    GraphSession session() {
        if (session == null) {
            session = new GraphSession(graph, device.config(ThreadPools.threads(false)));
            session.run(Feeds.none(), variables.initializers());
        }
        return session;
    }

    List<Array> fetch(List<? extends Operand<TFloat32>> tensors) {
        List<Array> arrays = new ArrayList<>();
        session().floats(feeds, tensors, List.of()).forEach(tensor -> arrays.add(array(tensor)));
        return arrays;
    }

    Array fetch(Operand<TFloat32> tensor) {
        return fetch(List.of(tensor)).get(0);
    }

    SortedMap<String, Array> weights() {
        SortedMap<String, Array> weights = new TreeMap<>();
        parameters.all().forEach(variable -> weights.put(variable.name(), fetch(variable.read())));
        return weights;
    }

    private static Array array(FloatTensor tensor) {
        double[] values = new double[tensor.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.values()[i];
        }
        return new Array(tensor.shape(), values);
    }

    @Override
    public void close() {
        feeds.close();
        if (session != null) {
            session.close();
        }
        graph.close();
    }
}
