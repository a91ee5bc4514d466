package org.gan4j.tensorflow.data;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Table;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Player;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.graph.Streams;
import org.gan4j.tensorflow.graph.Variable;
import org.gan4j.tensorflow.graph.Variables;
import org.gan4j.tensorflow.host.Feeds;
import org.gan4j.tensorflow.host.GraphSession;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * A finite training split: rows are gathered and scaled in the graph. The discriminator goes through a new random order each epoch; the order is kept in a variable and made by an operation of its own. A generator that
 * looks at real examples draws rows at random, so that it never changes what the discriminator sees.
 */
final class TableData implements Data {
    private final Table table;
    private final int batch;
    private final GraphAlgebra algebra;
    private final Nodes nodes;
    private final Streams streams;
    private final StoredExamples examples;
    private final Variable<TInt32> order;
    private final Operand<TInt64> key;
    private final Operand<TInt64> number;
    private final Output<TInt32> permutation;
    private final Operand<TInt32> rows;
    private final Operand<TFloat32> chosen;
    private final Operation reorder;

    private final Supplier<TableLabels> newLabels;
    private @Nullable TableLabels labels;

    TableData(Table table, int classes, int batch, GraphAlgebra algebra, Variables variables, Streams streams) {
        if (batch > table.count()) {
            throw new InvalidInput(
                    "batch", batch + " is more than the " + table.count() + " examples of the training split");
        }
        this.table = table;
        this.batch = batch;
        this.algebra = algebra;
        nodes = algebra.nodes();
        this.streams = streams;
        examples = StoredExamples.of(table, nodes, variables);
        key = nodes.placeholder("data.key", DataType.DT_INT64, Shape.of());
        number = nodes.placeholder("data.number", DataType.DT_INT64, Shape.of());
        permutation = streams.of(key, number).permutation(table.count());
        order = variables.unsaved("data.order", DataType.DT_INT32, Shape.of(table.count()));
        newLabels = () -> new TableLabels(nodes, variables, labelsOf(table), classes);
        reorder = order.assign(permutation, List.of());
        rows = nodes.placeholder("data.rows", DataType.DT_INT32, Shape.of(Shape.ANY));
        chosen = gather(rows);
    }

    private static int[] labelsOf(Table table) {
        return table.labels()
                .orElseThrow(() -> new InvalidInput(
                        "dataset", "declares classes, and its training split has no labels, which a term asks for"));
    }

    @Override
    public RealBatch batch(Player source, Operand<TInt64> draw) {
        return source == Player.DISCRIMINATOR ? of(next(draw)) : apart(source.toString(), draw);
    }

    @Override
    public RealBatch apart(String stream, Operand<TInt64> number) {
        return of(streams.of("data." + stream, number).integers(Shape.of(batch), table.count()));
    }

    private RealBatch of(Operand<TInt32> these) {
        return new RealBatch(gather(these), () -> labels().of(these));
    }

    /** Returns the labels, which join the graph the first time that something asks for them. */
    private TableLabels labels() {
        if (labels == null) {
            labels = newLabels.get();
        }
        return labels;
    }

    private Operand<TInt32> next(Operand<TInt64> draw) {
        Output<TInt64> inEpoch = nodes.op("FloorMod", draw, nodes.constant(batchesPerEpoch()));
        Output<TInt64> first = nodes.op("Mul", inEpoch, nodes.constant((long) batch));
        Output<TInt64> begin = nodes.reshape(first, Shape.of(1));
        return nodes.op("Slice", order.read(), begin, nodes.cast(nodes.ints(batch), DataType.DT_INT64));
    }

    private Operand<TFloat32> gather(Operand<TInt32> rows) {
        return table.numbers(algebra.expr(examples.gather(rows))).raw();
    }

    @Override
    public long batchesPerEpoch() {
        return table.count() / batch;
    }

    @Override
    public void load(GraphSession session) {
        examples.load(session);
        if (labels != null) {
            labels.load(session);
        }
    }

    @Override
    public void beginEpoch(GraphSession session, long epoch) {
        try (Feeds feeds = new Feeds().with(key, streams.key("order")).with(number, epoch)) {
            session.run(feeds, List.of(reorder));
        }
    }

    /** Returns rows without repetition as far as there are enough, and after that another random order of all rows. */
    @Override
    public FloatTensor draw(GraphSession session, int count, String stream) {
        int[] picked = new int[count];
        for (int from = 0; from < count; from += table.count()) {
            int[] all = permutation(session, stream, from / table.count());
            System.arraycopy(all, 0, picked, from, Math.min(all.length, count - from));
        }
        return Chunks.gather(table.example(), count, chunk -> {
            int from = Math.toIntExact(chunk * Chunks.SIZE);
            int[] part = Arrays.copyOfRange(picked, from, Math.min(count, from + Chunks.SIZE));
            try (Feeds feeds = new Feeds().with(rows, part)) {
                return session.floats(feeds, chosen);
            }
        });
    }

    private int[] permutation(GraphSession session, String stream, long round) {
        long bits = streams.key("evaluation.real." + stream);
        try (Feeds feeds = new Feeds().with(key, bits).with(number, round)) {
            return session.ints(feeds, permutation);
        }
    }
}
