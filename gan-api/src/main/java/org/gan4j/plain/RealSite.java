package org.gan4j.plain;

import java.util.function.Supplier;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.plain.shape.Shapes;

/** The place of weights that are being initialised, with a random stream of their own. */
record RealSite(RealAlgebra algebra, Scope at, Shape shape, long seed, Supplier<double[]> mean)
        implements Initializer.Site<Array> {
    /** Returns the values that an initializer gives. */
    Array values(Initializer initializer) {
        Array values = initializer.values(this).raw();
        if (!values.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    at + ": " + initializer + " gave values of shape " + values.shape() + ", not " + shape);
        }
        return values;
    }

    @Override
    public Expr<Array> uniform() {
        return expr(PlainDraws.uniform(seed, "init " + at, shape));
    }

    @Override
    public Expr<Array> normal() {
        return expr(PlainDraws.normal(seed, "init " + at, shape));
    }

    @Override
    public Expr<Array> constant(double value) {
        return expr(Array.filled(shape, value));
    }

    @Override
    public Expr<Array> constant(double[] values) {
        return expr(new Array(Shapes.holding(at, shape, values.length), values.clone()));
    }

    @Override
    public double[] dataMean() {
        return mean.get();
    }

    private Expr<Array> expr(Array values) {
        return Expr.of(algebra, values);
    }
}
