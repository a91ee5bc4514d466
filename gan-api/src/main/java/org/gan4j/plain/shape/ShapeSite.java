package org.gan4j.plain.shape;

import java.util.function.Supplier;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.problem.InvalidInput;

/** The place of weights of which only the shape is made. */
record ShapeSite(ShapeAlgebra algebra, Scope at, Shape shape, Supplier<double[]> mean)
        implements Initializer.Site<Shape> {
    /** Returns the shape of the values that an initializer gives, which is the shape asked for. */
    Shape values(Initializer initializer) {
        Shape made = made(initializer);
        if (!made.equals(shape)) {
            throw new IllegalArgumentException(
                    at + ": " + initializer + " gives values of shape " + made + ", not " + shape);
        }
        return made;
    }

    private Shape made(Initializer initializer) {
        try {
            return initializer.values(this).raw();
        } catch (InvalidInput e) {
            throw new InvalidInput(
                    at.name(), initializer + ": " + e.problems().get(0).what());
        }
    }

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
