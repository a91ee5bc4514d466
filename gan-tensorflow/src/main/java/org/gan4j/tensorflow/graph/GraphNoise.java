package org.gan4j.tensorflow.graph;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** The random numbers of one batch: each call is the next part of one stream. */
public final class GraphNoise implements Noise<Operand<TFloat32>> {
    private final NetAlgebra<Operand<TFloat32>> algebra;
    private final Stream stream;
    private final int batch;
    private int parts;

    public GraphNoise(NetAlgebra<Operand<TFloat32>> algebra, Stream stream, int batch) {
        this.algebra = algebra;
        this.stream = stream;
        this.batch = batch;
    }

    @Override
    public NetAlgebra<Operand<TFloat32>> algebra() {
        return algebra;
    }

    @Override
    public Expr<Operand<TFloat32>> uniform(Shape example) {
        return Expr.of(algebra, stream.uniform(parts++, stream.nodes().ints(sizes(example))));
    }

    @Override
    public Expr<Operand<TFloat32>> normal(Shape example) {
        return Expr.of(algebra, stream.normal(parts++, stream.nodes().ints(sizes(example))));
    }

    private int[] sizes(Shape example) {
        return example.prepend(batch).toArray();
    }
}
