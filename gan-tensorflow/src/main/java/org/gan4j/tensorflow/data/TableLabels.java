package org.gan4j.tensorflow.data;

import java.util.Arrays;
import java.util.List;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.graph.Variable;
import org.gan4j.tensorflow.graph.Variables;
import org.gan4j.tensorflow.host.Feeds;
import org.gan4j.tensorflow.host.GraphSession;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The classes of a table's rows: they stay in a variable, and are gathered as one 1 among zeros. */
final class TableLabels {
    private final Nodes nodes;
    private final int[] labels;
    private final int classes;
    private final Variable<TInt32> all;
    private final Operand<TInt32> incoming;
    private final Operation load;

    /**
     * Adds the variable to the graph.
     *
     * @param classes the number of classes that the data set declares
     */
    TableLabels(Nodes nodes, Variables variables, int[] labels, int classes) {
        int largest = Arrays.stream(labels).max().orElse(0);
        if (largest >= classes) {
            throw new InvalidInput(
                    "dataset", "has the label " + largest + " and declares " + classes + " classes, counted from 0");
        }
        this.nodes = nodes;
        this.labels = labels.clone();
        this.classes = classes;
        Shape shape = Shape.of(labels.length);
        all = variables.unsaved("data.labels", DataType.DT_INT32, shape);
        incoming = nodes.placeholder("data.incoming.labels", DataType.DT_INT32, shape);
        load = all.assign(incoming, List.of());
    }

    void load(GraphSession session) {
        try (Feeds feeds = new Feeds().with(incoming, labels)) {
            session.run(feeds, List.of(load));
        }
    }

    /** Returns the classes of some rows, [rows × classes]. */
    Operand<TFloat32> of(Operand<TInt32> rows) {
        Output<TInt32> labelled = nodes.builder("ResourceGather")
                .addInput(all.handle())
                .addInput(rows.asOutput())
                .setAttr("dtype", DataType.DT_INT32)
                .build()
                .output(0);
        return nodes.op("OneHot", labelled, nodes.integer(classes), nodes.constant(1.0), nodes.constant(0.0));
    }
}
