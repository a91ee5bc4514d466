package org.gan4j.api.laws;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.gan4j.api.Law;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.gradient.Tape;
import org.gan4j.plain.Array;
import org.gan4j.plain.Dual;
import org.gan4j.plain.DualAlgebra;
import org.gan4j.plain.PlainNoise;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.plain.shape.ShapeAlgebra;

/** The laws that hold for every layer. */
public final class LayerLaws {
    private static final int BATCH = 3;
    private static final long SEED = 1;
    private static final Scope AT = new Scope("layer");
    /** The step of finite differences. It is so short that a step across a kink is very unlikely. */
    private static final double STEP = 1e-5;

    private static final double BY_DIFFERENCES = 1e-7;

    private LayerLaws() {}

    /**
     * Checks all laws.
     *
     * @param input shape of one example that the layer takes
     */
    public static List<Law> of(Layer layer, Shape input) {
        List<Law> laws = new ArrayList<>();
        laws.add(shape(layer, input));
        laws.add(derivative(layer, input, false));
        laws.add(derivative(layer, input, true));
        laws.add(secondDerivative(layer, input));
        laws.add(weights(layer, input));
        if (layer.separatesExamples()) {
            laws.add(separation(layer, input));
            laws.add(separationInTraining(layer, input));
        }
        return List.copyOf(laws);
    }

    private static Law shape(Layer layer, Shape input) {
        return Law.of("the shapes alone give the shape of the numbers", "shape(y) = [batch × …]", 0, () -> {
            Shape predicted = apply(layer, new ShapeAlgebra(), input.batched());
            Shape computed = apply(layer, weightless(false), normal(input, "x")).shape();
            boolean equal = predicted.equals(computed.example().batched()) && computed.dim(0) == BATCH;
            return equal ? 0 : 1;
        });
    }

    private static Law derivative(Layer layer, Shape input, boolean training) {
        return Law.of(
                BY_DIFFERENCES,
                "the derivative is that of the values" + (training ? " while training" : ""),
                "d/dt Σ r·y(x + t·u, W + t·v) at t = 0",
                () -> new Moving(layer, input, training).difference(),
                () -> new Moving(layer, input, training).derivative());
    }

    /** Penalties on a slope differentiate it once more. */
    private static Law secondDerivative(Layer layer, Shape input) {
        return Law.of(
                BY_DIFFERENCES,
                "the derivative of the slope by x is that of the slope's values",
                "d/dt Σ s·∂/∂x Σ r·y(x + t·u, W + t·v)² at t = 0",
                () -> new Moving(layer, input, false).slopeDifference(),
                () -> new Moving(layer, input, false).slopeDerivative());
    }

    /** A layer whose input and weights all move along one random direction, read off through random weights of its output. */
    private static final class Moving {
        private final Layer layer;
        private final boolean training;
        private final Array x;
        private final Array along;
        private final Map<String, Array> weights;
        private final Map<String, Array> directions = new TreeMap<>();

        private Moving(Layer layer, Shape input, boolean training) {
            this.layer = layer;
            this.training = training;
            x = normal(input, "x");
            along = normal(input, "along");
            RealAlgebra algebra = weightless(training);
            apply(layer, algebra, x);
            weights = algebra.parameters();
            weights.forEach((name, value) -> directions.put(name, normalLike(value, name)));
        }

        private double difference() {
            return difference((t, stopping) -> weighed(apply(layer, moved(t, stopping), moved(x, t, along))));
        }

        private double slopeDifference() {
            return difference((t, stopping) ->
                    slope(Tape.of(moved(t, stopping)), moved(x, t, along)).single());
        }

        /** Values whose gradient the layer stops are held, because no derivative sees them change. */
        private static double difference(Stepwise value) {
            List<Array> stopped = new ArrayList<>();
            value.at(0, x -> {
                stopped.add(x);
                return x;
            });
            return FiniteDifference.atZero(
                    t -> {
                        Iterator<Array> held = stopped.iterator();
                        return value.at(t, x -> held.next());
                    },
                    STEP);
        }

        /** A value after a step, with a function through which stopped values go. */
        private interface Stepwise {
            double at(double step, UnaryOperator<Array> stopping);
        }

        private RealAlgebra moved(double t, UnaryOperator<Array> stopping) {
            Map<String, Array> moved = new TreeMap<>();
            weights.forEach(
                    (name, value) -> moved.put(name, moved(value, t, Objects.requireNonNull(directions.get(name)))));
            return new RealAlgebra(moved, training, SEED).withStopped(stopping);
        }

        private double derivative() {
            return weighed(apply(layer, duals(), new Dual<>(x, along)).slope());
        }

        private double slopeDerivative() {
            return slope(Tape.of(duals()), new Dual<>(x, along)).slope().single();
        }

        private DualAlgebra<Array> duals() {
            return new DualAlgebra<>(new RealAlgebra(weights, training, SEED), directions);
        }

        /** Returns Σ s·∂/∂x Σ r·y², with random r and s. */
        private <T> T slope(Tape<T> tape, T input) {
            T y = apply(layer, tape, input);
            return read(tape, tape.gradient(read(tape, tape.multiply(y, y)), input));
        }

        private static <T> T read(Tape<T> tape, T y) {
            Shape shape = tape.shape(y);
            Array weights = normalLike(Array.filled(shape, 0), "read");
            return tape.sum(tape.multiply(y, tape.constant(shape, weights.values())));
        }

        private static Array moved(Array start, double t, Array direction) {
            return new Array(start.shape(), FiniteDifference.moved(start.values(), t, direction.values()));
        }

        private static double weighed(Array y) {
            double[] weights = normalLike(y, "read").values();
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * y.values()[i];
            }
            return sum;
        }
    }

    private static Law weights(Layer layer, Shape input) {
        return Law.of("applied again it has the same weights, under its own scope", "W(twice) = W(once)", 0, () -> {
            RealAlgebra algebra = weightless(false);
            apply(layer, algebra, normal(input, "x"));
            int once = names(algebra).size();
            apply(layer, algebra, normal(input, "another"));
            long foreign = names(algebra).stream()
                    .filter(name -> !name.startsWith(AT.name() + "."))
                    .count();
            return names(algebra).size() - once + foreign;
        });
    }

    private static Set<String> names(RealAlgebra algebra) {
        Set<String> names = new TreeSet<>(algebra.parameters().keySet());
        names.addAll(algebra.states().known().keySet());
        return names;
    }

    /** Draws of the first example are the same for each number of examples, so layers that draw are checked as well. */
    private static Law separationInTraining(Layer layer, Shape input) {
        return Law.of(
                "each example's result is independent of the others while training",
                "max |y(batch)₁ - y(x₁)| = 0",
                0,
                () -> {
                    Array batch = normal(input, "x");
                    double[] together = apply(layer, weightless(true), batch).values();
                    double[] first = Arrays.copyOfRange(batch.values(), 0, batch.values().length / BATCH);
                    double[] alone = apply(layer, weightless(true), new Array(input.prepend(1), first))
                            .values();
                    return InitializerLaws.distance(alone, together);
                });
    }

    private static Law separation(Layer layer, Shape input) {
        return Law.of("each example's result is independent of the others", "max |y(batch)ᵢ - y(xᵢ)| = 0", 0, () -> {
            RealAlgebra algebra = weightless(false);
            Array batch = normal(input, "x");
            double[] together = apply(layer, algebra, batch).values();
            int from = batch.values().length / BATCH;
            int to = together.length / BATCH;
            double worst = 0;
            for (int i = 0; i < BATCH; i++) {
                double[] example = Arrays.copyOfRange(batch.values(), i * from, (i + 1) * from);
                double[] alone = apply(layer, algebra, new Array(input.prepend(1), example))
                        .values();
                for (int j = 0; j < to; j++) {
                    worst = Math.max(worst, Math.abs(together[i * to + j] - alone[j]));
                }
            }
            return worst;
        });
    }

    private static RealAlgebra weightless(boolean training) {
        return new RealAlgebra(Map.of(), training, SEED);
    }

    private static Array normal(Shape example, String stream) {
        return PlainNoise.of(new RealAlgebra(), BATCH, SEED, stream)
                .normal(example)
                .raw();
    }

    private static Array normalLike(Array like, String stream) {
        Array drawn = PlainNoise.of(new RealAlgebra(), 1, SEED, stream)
                .normal(like.shape())
                .raw();
        return new Array(like.shape(), drawn.values());
    }

    private static <T> T apply(Layer layer, NetAlgebra<T> net, T x) {
        return layer.apply(net, AT, Expr.of(net, x)).raw();
    }
}
