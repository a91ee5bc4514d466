package org.gan4j.tensorflow.data;

import java.util.List;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Table;
import org.gan4j.api.data.Values;
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
import org.tensorflow.types.family.TType;

/** What a table stores, kept in a variable of the graph in its own type: a byte stays a byte until its row is gathered. */
final class StoredExamples {
    private final Table table;
    private final Nodes nodes;
    private final DataType type;
    private final Variable<? extends TType> examples;
    private final Operand<?> incoming;
    private final Operation load;

    private StoredExamples(Table table, DataType type, Nodes nodes, Variables variables) {
        this.table = table;
        this.nodes = nodes;
        this.type = type;
        examples = variables.unsaved("data.examples", type, stored());
        incoming = nodes.placeholder("data.incoming", type, stored());
        load = examples.assign(incoming, List.of());
    }

    static StoredExamples of(Table table, Nodes nodes, Variables variables) {
        boolean bytes = table.values() instanceof Values.Bytes;
        return new StoredExamples(table, bytes ? DataType.DT_UINT8 : DataType.DT_FLOAT, nodes, variables);
    }

    private Shape stored() {
        return table.example().prepend(table.count());
    }

    void load(GraphSession session) {
        try (Feeds feeds = feeds()) {
            session.run(feeds, List.of(load));
        }
    }

    private Feeds feeds() {
        Feeds feeds = new Feeds();
        if (table.values() instanceof Values.Bytes pictures) {
            return feeds.with(incoming, stored(), pictures.bytes());
        }
        Values.Floats points = (Values.Floats) table.values();
        return feeds.with(incoming, new FloatTensor(stored(), points.floats()));
    }

    /** Returns rows as they are stored, bytes over 255. */
    Operand<TFloat32> gather(Operand<TInt32> rows) {
        Output<?> stored = nodes.builder("ResourceGather")
                .addInput(examples.handle())
                .addInput(rows.asOutput())
                .setAttr("dtype", type)
                .build()
                .output(0);
        Output<TFloat32> floats = nodes.cast(stored, DataType.DT_FLOAT);
        return type == DataType.DT_UINT8
                ? nodes.op("RealDiv", floats, nodes.constant((double) Values.Bytes.LARGEST))
                : floats;
    }
}
