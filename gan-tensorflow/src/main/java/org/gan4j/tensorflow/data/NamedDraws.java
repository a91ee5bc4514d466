package org.gan4j.tensorflow.data;

import java.util.function.Function;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.GraphNoise;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.graph.Streams;
import org.gan4j.tensorflow.host.Feeds;
import org.gan4j.tensorflow.host.GraphSession;
import org.tensorflow.Operand;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Draws of a prior or sampler from streams that are named when the graph runs. They come in whole chunks that are cut at the
 * end, so the first n draws of a stream are the same whatever count is asked for.
 */
public final class NamedDraws {
    private final String kind;
    private final Streams streams;
    private final Shape example;
    private final Operand<TInt64> key;
    private final Operand<TInt64> chunk;
    private final Operand<TFloat32> values;

    public NamedDraws(
            String kind,
            GraphAlgebra algebra,
            Streams streams,
            Shape example,
            Function<Noise<Operand<TFloat32>>, Expr<Operand<TFloat32>>> draw) {
        Nodes nodes = algebra.nodes();
        this.kind = kind;
        this.streams = streams;
        this.example = example;
        this.key = nodes.placeholder(kind + ".key", DataType.DT_INT64, Shape.of());
        this.chunk = nodes.placeholder(kind + ".chunk", DataType.DT_INT64, Shape.of());
        this.values = draw.apply(new GraphNoise(algebra, streams.of(key, chunk), Chunks.SIZE))
                .raw();
    }

    public FloatTensor draw(GraphSession session, int count, String stream) {
        long bits = streams.key("evaluation." + kind + "." + stream);
        return Chunks.gather(example, count, number -> {
            try (Feeds feeds = new Feeds().with(key, bits).with(chunk, number)) {
                return session.floats(feeds, values);
            }
        });
    }
}
