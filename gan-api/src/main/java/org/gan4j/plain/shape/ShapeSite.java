package org.gan4j.plain.shape;

import java.util.function.Supplier;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;

/** The place of weights of which only the shape is made. */
record ShapeSite(ShapeAlgebra algebra, Scope at, Shape shape, Supplier<double[]> mean)
        implements Initializer.Site<Shape> {
    @Override
    public Expr<Shape> uniform() {
        return Expr.of(algebra, shape);
    }

    @Override
    public Expr<Shape> normal() {
        return Expr.of(algebra, shape);
    }

    @Override
    public Expr<Shape> constant(double value) {
        return Expr.of(algebra, shape);
    }

    @Override
    public Expr<Shape> constant(double[] values) {
        return Expr.of(algebra, Shapes.holding(at.name(), shape, values.length));
    }

    @Override
    public double[] dataMean() {
        return mean.get();
    }
}
