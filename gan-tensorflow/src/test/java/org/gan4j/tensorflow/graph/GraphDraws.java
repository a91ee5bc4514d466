package org.gan4j.tensorflow.graph;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.tensorflow.host.Device;

/** The numbers that a graph draws from one of its streams, read by a graph that holds nothing else. */
public final class GraphDraws implements Noise<Array> {
    private final RealAlgebra algebra = new RealAlgebra();
    private final long seed;
    private final String stream;
    private final long number;
    private final int batch;
    private int parts;

    /**
     * Creates the draws.
     *
     * @param number the number of the draw from the stream
     */
    public GraphDraws(long seed, String stream, long number, int batch) {
        this.seed = seed;
        this.stream = stream;
        this.number = number;
        this.batch = batch;
    }

    @Override
    public NetAlgebra<Array> algebra() {
        return algebra;
    }

    @Override
    public Expr<Array> uniform(Shape example) {
        try (Bench bench = new Bench(new Device("cpu", -1), seed)) {
            Stream draws = bench.streams.of(stream, bench.nodes.constant(number));
            int[] sizes = example.prepend(batch).toArray();
            return Expr.of(algebra, bench.fetch(draws.uniform(parts++, bench.nodes.ints(sizes))));
        }
    }

    @Override
    public Expr<Array> normal(Shape example) {
        throw new UnsupportedOperationException("no term under test draws normal numbers");
    }
}
