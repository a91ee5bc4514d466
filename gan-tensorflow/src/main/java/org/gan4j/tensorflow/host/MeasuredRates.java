package org.gan4j.tensorflow.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.experiment.Precision;
import org.gan4j.api.run.DeviceRates.Rate;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.graph.Variable;
import org.gan4j.tensorflow.graph.Variables;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/**
 * Measures how fast TensorFlow multiplies matrices and goes through memory on a device, in graphs of their own.
 *
 * @param precision in which products are measured besides float32
 * @param size     rows and columns of the matrices
 * @param products how many of them follow each other in one run of the session
 * @param numbers  length of the arrays that are too long for any cache
 */
public record MeasuredRates(Device device, Precision precision, int size, int products, int numbers) {
    private static final double GIGA = 1e9;
    private static final double SECONDS = 0.25;
    private static final int MEBI = 1 << 20;

    /** Returns the measurement at sizes at which starting a run of the session takes no noticeable part of the time. */
    public static MeasuredRates of(Device device, Precision precision) {
        return device.gpu() == Device.NO_GPU
                ? new MeasuredRates(device, precision, 1024, 4, 32 * MEBI)
                : new MeasuredRates(device, precision, 8192, 8, 256 * MEBI);
    }

    /** Measures products in float32 and, if it is another, in the format of the run; then memory. */
    public List<Rate> measure() {
        List<Rate> rates = new ArrayList<>();
        rates.add(product(Precision.FLOAT32));
        if (precision != Precision.FLOAT32) {
            rates.add(product(precision));
        }
        rates.add(memory());
        return rates;
    }

    /** Multiplies a matrix of variance 1/size by itself, so that the values of its powers stay of one magnitude. */
    private Rate product(Precision format) {
        DataType type = format == Precision.BFLOAT16 ? DataType.DT_BFLOAT16 : DataType.DT_FLOAT;
        double seconds = measured(nodes -> {
            Shape shape = Shape.of(size, size);
            Output<TFloat32> normal = nodes.op("StatelessRandomNormal", nodes.ints(shape.toArray()), nodes.ints(1, 2));
            Output<TFloat32> first = nodes.op("Mul", normal, nodes.constant(1 / Math.sqrt(size)));
            Variables variables = new Variables(nodes);
            Variable<?> matrix = variables.create("matrix", type, shape, nodes.cast(first, type));
            Output<?> power = matrix.read();
            for (int i = 0; i < products; i++) {
                power = nodes.op("MatMul", power, matrix.read());
            }
            return new Measured(variables, nodes.cast(corner(nodes, power, 2), DataType.DT_FLOAT));
        });
        double operations = 2.0 * size * size * size * products;
        String what = String.format(
                Locale.ROOT,
                "product of two %d × %d matrices, %s",
                size,
                size,
                format.name().toLowerCase(Locale.ROOT));
        return new Rate(what, "GFLOP/s", operations / seconds / GIGA);
    }

    /** Adds one array to another in place, which reads both and writes one. */
    private Rate memory() {
        Shape shape = Shape.of(numbers);
        double seconds = measured(nodes -> {
            Variables variables = new Variables(nodes);
            Variable<TFloat32> from = variables.create("from", DataType.DT_FLOAT, shape, nodes.fill(shape, 1));
            Variable<TFloat32> to = variables.zeros("to", shape);
            Output<TFloat32> after = to.readAfter(List.of(to.add(from.read(), List.of())));
            return new Measured(variables, corner(nodes, after, 1));
        });
        double bytes = 3.0 * Float.BYTES * numbers;
        String what = "sum of two arrays of " + numbers / MEBI * Float.BYTES + " MiB in place";
        return new Rate(what, "GB/s", bytes / seconds / GIGA);
    }

    /** Returns the first number of a tensor: who fetches it waits for all of the tensor. */
    private static Output<TFloat32> corner(Nodes nodes, Operand<?> x, int axes) {
        int[] one = new int[axes];
        Arrays.fill(one, 1);
        return nodes.op("Slice", x, nodes.ints(new int[axes]), nodes.ints(one));
    }

    private interface Built {
        Measured in(Nodes nodes);
    }

    private record Measured(Variables variables, Operand<TFloat32> fetched) {}

    /** Returns the mean seconds that one fetch takes; the first fetch, which also plans the graph, does not count. */
    private double measured(Built built) {
        try (Graph graph = new Graph()) {
            Measured measured = built.in(new Nodes(graph));
            try (GraphSession session = new GraphSession(graph, device.config(ThreadPools.threads(false)))) {
                session.run(Feeds.none(), measured.variables().initializers());
                session.floats(Feeds.none(), measured.fetched());
                return mean(() -> session.floats(Feeds.none(), measured.fetched()));
            }
        }
    }

    private static double mean(Runnable work) {
        long begun = System.nanoTime();
        int times = 0;
        double seconds;
        do {
            work.run();
            times++;
            seconds = (System.nanoTime() - begun) / GIGA;
        } while (seconds < SECONDS);
        return seconds / times;
    }
}
