package org.gan4j.plain;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;

/**
 * Random numbers for one batch on the host, from a seed, for drawing priors and samplers without a backend. Used by one
 * thread.
 */
public final class PlainNoise implements Noise<Array> {
    private final NetAlgebra<Array> algebra;
    private final int count;
    private final long seed;
    private final String stream;
    private int calls;

    private PlainNoise(NetAlgebra<Array> algebra, int count, long seed, String stream) {
        this.algebra = algebra;
        this.count = count;
        this.seed = seed;
        this.stream = stream;
    }

    /**
     * Creates the noise for one batch. The draws depend on (seed, stream, number of the call) alone.
     *
     * @param count examples in the batch
     */
    public static PlainNoise of(NetAlgebra<Array> algebra, int count, long seed, String stream) {
        return new PlainNoise(algebra, count, seed, stream);
    }

    @Override
    public NetAlgebra<Array> algebra() {
        return algebra;
    }

    @Override
    public Expr<Array> uniform(Shape example) {
        return Expr.of(algebra, PlainDraws.uniform(seed, stream + "#" + calls++, example.prepend(count)));
    }

    @Override
    public Expr<Array> normal(Shape example) {
        return Expr.of(algebra, PlainDraws.normal(seed, stream + "#" + calls++, example.prepend(count)));
    }
}
