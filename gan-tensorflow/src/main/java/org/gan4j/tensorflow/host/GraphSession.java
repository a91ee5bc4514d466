package org.gan4j.tensorflow.host;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.tensorflow.graph.Nodes;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.RunMetadata;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.proto.StepStats;
import org.tensorflow.proto.TensorProto;

/**
 * A session of a graph, and the only place that runs it. What is fetched is copied to the Java heap before the result is
 * closed: TensorFlow gives back the memory of a closed result, and reading it later shows whatever lies there.
 */
public final class GraphSession implements AutoCloseable {
    private final Session session;

    public GraphSession(Graph graph, ConfigProto config) {
        FirstRun.before(config, System.getenv());
        session = opened(graph, config);
    }

    private GraphSession(Session session) {
        this.session = session;
    }

    private static Session opened(Graph graph, ConfigProto config) {
        if (!config.hasGpuOptions()) {
            return new Session(graph, config);
        }
        AtomicReference<Session> opened = new AtomicReference<>();
        Notices.without(() -> opened.set(new Session(graph, config)));
        return Objects.requireNonNull(opened.get());
    }

    /** A session that does not ask for {@link FirstRun}, which needs one itself. */
    static GraphSession withoutFirstRun(Graph graph, ConfigProto config) {
        return new GraphSession(new Session(graph, config));
    }

    /** Runs operations without fetching anything; does nothing if there are none. */
    public void run(Feeds feeds, List<? extends Operation> targets) {
        if (!targets.isEmpty()) {
            execute(feeds, List.of(), targets).close();
        }
    }

    /** Runs one operation. */
    public void run(Operation target) {
        run(Feeds.none(), List.of(target));
    }

    /** Runs one operation, and returns what TensorFlow executed for it, with times. */
    public StepStats timed(Operation target) {
        RunOptions everything = RunOptions.newBuilder()
                .setTraceLevel(RunOptions.TraceLevel.FULL_TRACE)
                .build();
        try (Result result =
                session.runner().addTarget(target).setOptions(everything).runAndFetchMetadata()) {
            return result.getMetadata()
                    .map(RunMetadata::getStepStats)
                    .orElseThrow(() -> new IllegalStateException("TensorFlow gave no times"));
        }
    }

    /** Fetches the values of float32 tensors, after running the targets as well. */
    public List<FloatTensor> floats(
            Feeds feeds, List<? extends Operand<?>> fetches, List<? extends Operation> targets) {
        try (Result result = execute(feeds, fetches, targets)) {
            List<FloatTensor> values = new ArrayList<>();
            for (int i = 0; i < fetches.size(); i++) {
                values.add(floats(result.get(i)));
            }
            return values;
        }
    }

    public FloatTensor floats(Feeds feeds, Operand<?> fetch) {
        return floats(feeds, List.of(fetch), List.of()).get(0);
    }

    /** Fetches tensors of numbers of any type. */
    public List<TensorProto> tensors(List<? extends Operand<?>> fetches) {
        if (fetches.isEmpty()) {
            return List.of();
        }
        try (Result result = execute(Feeds.none(), fetches, List.of())) {
            List<TensorProto> values = new ArrayList<>();
            for (int i = 0; i < fetches.size(); i++) {
                values.add(message(result.get(i)));
            }
            return values;
        }
    }

    private static TensorProto message(Tensor tensor) {
        byte[] bytes = new byte[Math.toIntExact(tensor.numBytes())];
        tensor.asRawTensor().data().read(bytes);
        return TensorProto.newBuilder()
                .setDtype(tensor.dataType())
                .setTensorShape(Nodes.message(shape(tensor)))
                .setTensorContent(ByteString.copyFrom(bytes))
                .build();
    }

    /** Fetches the values of a float64 tensor, after running the targets as well. */
    public double[] doubles(Operand<?> fetch, List<? extends Operation> targets) {
        try (Result result = execute(Feeds.none(), List.of(fetch), targets)) {
            Tensor tensor = result.get(0);
            double[] values = new double[Math.toIntExact(tensor.shape().size())];
            tensor.asRawTensor().data().asDoubles().read(values);
            return values;
        }
    }

    /** Fetches an int64 scalar. */
    public long number(Operand<?> fetch) {
        try (Result result = execute(Feeds.none(), List.of(fetch), List.of())) {
            return result.get(0).asRawTensor().data().asLongs().getLong(0);
        }
    }

    /** Fetches the values of an int32 tensor. */
    public int[] ints(Feeds feeds, Operand<?> fetch) {
        try (Result result = execute(feeds, List.of(fetch), List.of())) {
            Tensor tensor = result.get(0);
            int[] values = new int[Math.toIntExact(tensor.shape().size())];
            tensor.asRawTensor().data().asInts().read(values);
            return values;
        }
    }

    private Result execute(Feeds feeds, List<? extends Operand<?>> fetches, List<? extends Operation> targets) {
        Session.Runner runner = session.runner();
        feeds.feed(runner);
        fetches.forEach(runner::fetch);
        targets.forEach(runner::addTarget);
        return runner.run();
    }

    private static FloatTensor floats(Tensor tensor) {
        Shape shape = shape(tensor);
        float[] values = new float[shape.size()];
        tensor.asRawTensor().data().asFloats().read(values);
        return new FloatTensor(shape, values);
    }

    private static Shape shape(Tensor tensor) {
        int[] dims = new int[tensor.shape().numDimensions()];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = Math.toIntExact(tensor.shape().get(i));
        }
        return Shape.of(dims);
    }

    @Override
    public void close() {
        session.close();
    }
}
