package org.gan4j.plain.shape;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.plain.state.KeptStates;
import org.gan4j.plain.state.NamedTensors;

/**
 * The algebra over shapes alone. It finds widths that do not fit, and counts weights, before anything native loads. The
 * batch axis is {@link Shape#ANY} and fits itself and 1. Nets are checked as they are trained, so dropout and the like
 * act.
 *
 * <p>What does not fit is an {@link IllegalArgumentException} that names the weights asked for last, where there are any.
 */
public final class ShapeAlgebra implements NetAlgebra<Shape> {
    private final NamedTensors<Shape> parameters = tensors();
    private final KeptStates<Shape> states = new KeptStates<>(tensors()::get, shape -> shape, true);
    private final Supplier<double[]> dataMean;
    private String place = "";

    private NamedTensors<Shape> tensors() {
        return new NamedTensors<>(Map.of(), shape -> shape, this::first);
    }

    private ShapeAlgebra(Supplier<double[]> dataMean) {
        this.dataMean = dataMean;
    }

    /** Creates an algebra for nets without data; initializers that ask for the data's means are refused. */
    public ShapeAlgebra() {
        this(() -> {
            throw new InvalidInput("", "the means of the data are asked for, and there is no data set here");
        });
    }

    /** Creates an algebra for nets that are used with this data; nothing of it is loaded. */
    public static ShapeAlgebra of(Dataset data) {
        return new ShapeAlgebra(() -> {
            if (data instanceof Dataset.Finite finite) {
                return new double[finite.shape().size()];
            }
            throw new InvalidInput("", data + " is endless, so there are no means over a training split");
        });
    }

    /** Returns all weights asked for so far, by name. */
    public SortedMap<String, Shape> parameters() {
        return parameters.all();
    }

    /** Returns the number of trainable values in all weights asked for so far. */
    public long parameterCount() {
        return parameters().values().stream().mapToLong(Shape::size).sum();
    }

    /** Draws of a batch, as shapes. */
    public Noise<Shape> noise() {
        return new Draws(this);
    }

    @Override
    public Shape shape(Shape x) {
        return x;
    }

    @Override
    public Shape constant(double value) {
        return Shape.of();
    }

    @Override
    public Shape constant(Shape shape, double[] values) {
        return near(() -> Shapes.holding("a constant", shape, values.length));
    }

    @Override
    public Shape parameter(Scope at, Shape shape, Initializer initializer) {
        place = at.name();
        return parameters.get(at, shape, initializer);
    }

    private Shape first(Scope at, Shape shape, Initializer initializer) {
        return new ShapeSite(this, at, shape, dataMean).values(initializer);
    }

    @Override
    public KeptStates<Shape> states() {
        return states;
    }

    @Override
    public Shape matMul(Shape a, Shape b) {
        return near(() -> Shapes.product(a, b));
    }

    @Override
    public Shape biasAdd(Shape x, Shape bias) {
        if (x.rank() == 0 || !bias.equals(Shape.of(x.dim(-1)))) {
            return near(() -> {
                throw new IllegalArgumentException("a bias of shape " + bias + " does not fit the last axis of " + x);
            });
        }
        return x;
    }

    @Override
    public Shape reshape(Shape x, Shape shape) {
        if (x.size() != shape.size()
                || x.dims().contains(Shape.ANY) != shape.dims().contains(Shape.ANY)) {
            return near(() -> {
                throw new IllegalArgumentException("the values of " + x + " do not fill the shape " + shape);
            });
        }
        return shape;
    }

    @Override
    public Shape concat(int axis, List<Shape> parts) {
        return near(() -> Shapes.joined(axis, parts));
    }

    @Override
    public Shape slice(Shape x, int axis, int from, int to) {
        return near(() -> Shapes.sliced(x, axis, from, to));
    }

    @Override
    public Shape roll(Shape x, int places) {
        return x;
    }

    @Override
    public Shape transpose(Shape x) {
        return near(() -> Shapes.transposed(x));
    }

    @Override
    public Shape conv2d(Shape x, Shape kernel, int stride, int pad) {
        return near(() -> ImageShapes.convolved(x, kernel, stride, pad));
    }

    @Override
    public Shape conv2dTranspose(Shape x, Shape kernel, int stride, int pad) {
        return near(() -> ImageShapes.transposed(x, kernel, stride, pad));
    }

    @Override
    public Shape windows(Shape x, int size, int stride, double fill) {
        return near(() -> ImageShapes.windows(x, size, stride));
    }

    @Override
    public Shape uniform(Scope at, Shape like) {
        return like;
    }

    @Override
    public Shape normal(Scope at, Shape like) {
        return like;
    }

    @Override
    public boolean training() {
        return true;
    }

    @Override
    public Shape add(Shape a, Shape b) {
        return near(() -> Shapes.broadcast(a, b));
    }

    @Override
    public Shape subtract(Shape a, Shape b) {
        return add(a, b);
    }

    @Override
    public Shape multiply(Shape a, Shape b) {
        return add(a, b);
    }

    @Override
    public Shape divide(Shape a, Shape b) {
        return add(a, b);
    }

    @Override
    public Shape greater(Shape a, Shape b) {
        return add(a, b);
    }

    @Override
    public Shape select(Shape condition, Shape a, Shape b) {
        return add(condition, add(a, b));
    }

    @Override
    public Shape negate(Shape x) {
        return x;
    }

    @Override
    public Shape exp(Shape x) {
        return x;
    }

    @Override
    public Shape log(Shape x) {
        return x;
    }

    @Override
    public Shape sqrt(Shape x) {
        return x;
    }

    @Override
    public Shape abs(Shape x) {
        return x;
    }

    @Override
    public Shape relu(Shape x) {
        return x;
    }

    @Override
    public Shape leakyRelu(Shape x, double slope) {
        return x;
    }

    @Override
    public Shape softplus(Shape x) {
        return x;
    }

    @Override
    public Shape sigmoid(Shape x) {
        return x;
    }

    @Override
    public Shape tanh(Shape x) {
        return x;
    }

    @Override
    public Shape stopGradient(Shape x) {
        return x;
    }

    @Override
    public Shape sum(Shape x, int... axes) {
        return near(() -> Shapes.reduced(x, axes));
    }

    @Override
    public Shape mean(Shape x, int... axes) {
        return sum(x, axes);
    }

    @Override
    public Shape logSumExp(Shape x, int... axes) {
        return sum(x, axes);
    }

    @Override
    public Shape max(Shape x, int... axes) {
        return sum(x, axes);
    }

    /** Adds the place in the net to a complaint. */
    private Shape near(Supplier<Shape> shape) {
        try {
            return shape.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    place.isEmpty() ? e.getMessage() : "at " + place + ": " + e.getMessage(), e);
        }
    }

    private record Draws(NetAlgebra<Shape> algebra) implements Noise<Shape> {
        @Override
        public Expr<Shape> uniform(Shape example) {
            return Expr.of(algebra, example.batched());
        }

        @Override
        public Expr<Shape> normal(Shape example) {
            return uniform(example);
        }
    }
}
