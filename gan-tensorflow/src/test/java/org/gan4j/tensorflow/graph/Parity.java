package org.gan4j.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.train.Player;
import org.gan4j.plain.Array;
import org.gan4j.plain.Dual;
import org.gan4j.plain.DualAlgebra;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.tensorflow.host.Device;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;

/**
 * Holds TensorFlow equal to the exact interpreters: values to {@link RealAlgebra}; derivatives by every input and weight, of
 * the result times fixed random numbers, to {@link DualAlgebra}.
 */
final class Parity {
    private final Device device;

    Parity(Device device) {
        this.device = device;
    }

    static Parity onCpu() {
        return new Parity(new Device("cpu", -1));
    }

    /** Values and derivatives agree. */
    void check(Function function, Array... inputs) {
        check(function, true, false, inputs);
    }

    /** Values, derivatives and kept states agree while training, for functions that draw nothing. */
    void checkTraining(Function function, Array... inputs) {
        check(function, true, true, inputs);
    }

    /** Values agree, and the exact derivative is 0; TensorFlow has no path then. */
    void checkFlat(Function function, Array... inputs) {
        check(function, false, false, inputs);
    }

    private void check(Function function, boolean slopes, boolean training, Array... raw) {
        List<Array> inputs = Arrays.stream(raw).map(Parity::asFloats).toList();
        try (Bench bench = new Bench(device, 1)) {
            GraphAlgebra net = training ? bench.training() : bench.evaluating();
            List<Operand<TFloat32>> fed = new ArrayList<>();
            inputs.forEach(input -> fed.add(bench.input(input)));
            Expr<Operand<TFloat32>> result =
                    function.apply(net, fed.stream().map(net::expr).toList());
            Array factors = random(net.shape(result.raw()), 7);
            Expr<Operand<TFloat32>> scalar = result.times(result.with(net.constant(factors.shape(), factors.values())))
                    .sum();

            SortedMap<String, Array> weights = bench.weights();
            List<Variable<TFloat32>> trained = bench.parameters.of(Player.GENERATOR);
            Exact exact = new Exact(
                    function,
                    inputs,
                    weights,
                    trained.stream().map(Variable::name).toList(),
                    training,
                    factors);
            assertClose("value", bench.fetch(result.raw()), exact.value());
            exact.kept()
                    .forEach((name, value) ->
                            assertClose(name, bench.fetch(net.states().kept().get(name)), value));
            List<Operand<TFloat32>> by = new ArrayList<>(fed);
            trained.forEach(variable -> by.add(variable.read()));
            if (!slopes) {
                assertThat(exact.slopes())
                        .allSatisfy(slope -> assertThat(slope.values()).containsOnly(0.0));
                return;
            }
            List<Output<TFloat32>> gradients = new Gradients(bench.nodes).of("the scalar", scalar.raw(), by);
            List<Array> measured = bench.fetch(gradients);
            for (int i = 0; i < measured.size(); i++) {
                assertClose("derivative " + i, measured.get(i), exact.slopes().get(i));
            }
        }
    }

    /** The expected values. */
    private record Exact(
            Function function,
            List<Array> inputs,
            SortedMap<String, Array> weights,
            List<String> trained,
            boolean training,
            Array factors) {
        Array value() {
            return value(new RealAlgebra(weights, training, 1));
        }

        SortedMap<String, Array> kept() {
            RealAlgebra algebra = new RealAlgebra(weights, training, 1);
            value(algebra);
            return algebra.states().kept();
        }

        private Array value(RealAlgebra algebra) {
            return function.apply(
                            algebra,
                            inputs.stream()
                                    .map(input -> Expr.of(algebra, input))
                                    .toList())
                    .raw();
        }

        List<Array> slopes() {
            List<Array> slopes = new ArrayList<>();
            for (int i = 0; i < inputs.size(); i++) {
                int moving = i;
                slopes.add(each(inputs.get(i), direction -> slope(moving, direction, Map.of())));
            }
            trained.forEach(name ->
                    slopes.add(each(weights.get(name), direction -> slope(-1, direction, Map.of(name, direction)))));
            return slopes;
        }

        private double slope(int moving, Array direction, Map<String, Array> directions) {
            DualAlgebra<Array> algebra = new DualAlgebra<>(new RealAlgebra(weights, training, 1), directions);
            List<Expr<Dual<Array>>> duals = new ArrayList<>();
            for (int i = 0; i < inputs.size(); i++) {
                Array value = inputs.get(i);
                duals.add(Expr.of(algebra, i == moving ? new Dual<>(value, direction) : algebra.still(value)));
            }
            Array slope = function.apply(algebra, duals).raw().slope();
            double sum = 0;
            for (int i = 0; i < factors.values().length; i++) {
                sum += factors.values()[i] * slope.values()[i];
            }
            return sum;
        }

        private static Array each(Array of, java.util.function.ToDoubleFunction<Array> along) {
            double[] all = new double[of.values().length];
            for (int i = 0; i < all.length; i++) {
                double[] unit = new double[all.length];
                unit[i] = 1;
                all[i] = along.applyAsDouble(new Array(of.shape(), unit));
            }
            return new Array(of.shape(), all);
        }
    }

    static void assertClose(String what, Array measured, Array expected) {
        assertThat(measured.shape()).as(what).isEqualTo(expected.shape());
        for (int i = 0; i < expected.values().length; i++) {
            double wanted = expected.values()[i];
            double got = measured.values()[i];
            if (Double.isNaN(wanted) || Double.isInfinite(wanted)) {
                assertThat(got).as("%s [%d]", what, i).isEqualTo(wanted);
            } else {
                assertThat(Math.abs(got - wanted))
                        .as("%s [%d]: got %s, expected %s", what, i, got, wanted)
                        .isLessThanOrEqualTo(1e-6 + 1e-5 * Math.abs(wanted));
            }
        }
    }

    /** U(-1, 1), rounded to float32. */
    static Array random(Shape shape, long seed) {
        Random random = new Random(seed);
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1);
        }
        return new Array(shape, values);
    }

    private static Array asFloats(Array array) {
        return new Array(
                array.shape(),
                Arrays.stream(array.values()).map(value -> (float) value).toArray());
    }
}
