package org.gan4j.tensorflow.graph;

import java.util.function.Supplier;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Shape;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** The place of one new parameter, with a random stream of its own. */
final class FirstValues implements Initializer.Site<Operand<TFloat32>> {
    private final GraphAlgebra algebra;
    private final Stream stream;
    private final Shape shape;
    private final Supplier<double[]> dataMean;
    private int parts;

    FirstValues(GraphAlgebra algebra, Stream stream, Shape shape, Supplier<double[]> dataMean) {
        this.algebra = algebra;
        this.stream = stream;
        this.shape = shape;
        this.dataMean = dataMean;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Expr<Operand<TFloat32>> uniform() {
        return algebra.expr(stream.uniform(parts++, algebra.nodes().ints(shape.toArray())));
    }

    @Override
    public Expr<Operand<TFloat32>> normal() {
        return algebra.expr(stream.normal(parts++, algebra.nodes().ints(shape.toArray())));
    }

    @Override
    public Expr<Operand<TFloat32>> constant(double value) {
        return algebra.expr(algebra.nodes().fill(shape, value));
    }

    @Override
    public Expr<Operand<TFloat32>> constant(double[] values) {
        return algebra.expr(algebra.nodes().constant(shape, values));
    }

    @Override
    public double[] dataMean() {
        return dataMean.get();
    }
}
