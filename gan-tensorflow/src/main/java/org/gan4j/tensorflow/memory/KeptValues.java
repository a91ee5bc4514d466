package org.gan4j.tensorflow.memory;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.metric.StateSignal;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.graph.Variable;
import org.gan4j.tensorflow.graph.Variables;
import org.gan4j.tensorflow.host.GraphSession;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/**
 * All that the loss and the terms of one experiment keep: a variable for each name, and for each scalar a running sum of
 * the values that updates give it.
 */
public final class KeptValues {
    /** How the names of the variables begin. */
    public static final String PREFIX = "memory.";

    private final Nodes nodes;
    private final Variables variables;
    private final Map<String, Kept> byName = new HashMap<>();
    private final SortedMap<String, Sum> sums = new TreeMap<>();

    private record Kept(Variable<TFloat32> variable, double first) {}

    private record Sum(Variable<TFloat64> variable, Operation reset) {}

    public KeptValues(Nodes nodes, Variables variables) {
        this.nodes = nodes;
        this.variables = variables;
    }

    /** Returns the variable of a name, which begins with one value everywhere. */
    Variable<TFloat32> get(String name, Shape shape, double first) {
        Kept known = byName.computeIfAbsent(name, missing -> create(missing, shape, first));
        if (known.first() != first) {
            throw new IllegalArgumentException(
                    "what is kept as " + name + " begins with " + known.first() + " and is asked for with " + first
                            + "; ask for it before it is set, each time with the same first value");
        }
        if (!known.variable().shape().equals(shape)) {
            throw new IllegalArgumentException("what is kept as " + name + " has the shape "
                    + known.variable().shape() + ", not " + shape);
        }
        return known.variable();
    }

    private Kept create(String name, Shape shape, double first) {
        return new Kept(
                variables.create(PREFIX + name.replace('$', '-'), DataType.DT_FLOAT, shape, nodes.fill(shape, first)),
                first);
    }

    /** Returns the variable of a name that is set; it begins with 0 if nobody has asked for it. */
    Variable<TFloat32> get(String name, Shape shape) {
        Kept known = byName.get(name);
        return get(name, shape, known == null ? 0 : known.first());
    }

    /** Adds a scalar's next value to its sum. */
    Operation report(String name, Operand<TFloat32> value) {
        Operand<TFloat32> row = nodes.pack(List.of(value, nodes.constant(1.0)));
        return sums.computeIfAbsent(name, this::sum).variable().add(nodes.cast(row, DataType.DT_DOUBLE), List.of());
    }

    private Sum sum(String name) {
        Shape pair = Shape.of(2);
        Operand<TFloat64> zeros = nodes.cast(nodes.fill(pair, 0), DataType.DT_DOUBLE);
        Variable<TFloat64> sum =
                variables.create("sums." + PREFIX + name.replace('$', '-'), DataType.DT_DOUBLE, pair, zeros);
        return new Sum(sum, sum.assign(zeros, List.of(sum.read().op())));
    }

    /** Returns the mean of each scalar over the updates that have set it since the last call, as signals. */
    public Map<String, Double> take(GraphSession session) {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> {
            double[] values = session.doubles(sum.variable().read(), List.of(sum.reset()));
            if (values[1] > 0) {
                means.put(StateSignal.of(name), values[0] / values[1]);
            }
        });
        return means;
    }
}
