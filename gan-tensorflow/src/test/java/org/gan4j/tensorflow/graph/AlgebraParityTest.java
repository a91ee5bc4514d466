package org.gan4j.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Shape;
import org.gan4j.plain.Array;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("tensorflow")
class AlgebraParityTest {
    /** Lists kinks, exact zeros, and logits far beyond where a naive formula overflows. */
    private static final Array ANY = Array.of(-1000, -90, -3, -0.5, -1e-6, 0, 1e-6, 0.5, 3, 90, 1000);

    private static final Array MODERATE = Array.of(-20, -3, -0.5, 0, 1e-6, 0.5, 3, 20);
    private static final Array POSITIVE = Array.of(1e-6, 0.25, 1, 3, 1e6);

    private final Parity parity = Parity.onCpu();

    record Named(String name) implements Function {
        @Override
        public <T> Expr<T> apply(NetAlgebra<T> net, List<Expr<T>> in) {
            Expr<T> x = in.get(0);
            Expr<T> y = in.get(in.size() - 1);
            return switch (name) {
                case "plus" -> x.plus(y);
                case "minus" -> x.minus(y);
                case "times" -> x.times(y);
                case "over" -> x.over(y);
                case "negate" -> x.negate();
                case "square" -> x.square();
                case "exp" -> x.exp();
                case "log" -> x.log();
                case "sqrt" -> x.sqrt();
                case "abs" -> x.abs();
                case "relu" -> x.relu();
                case "leakyRelu" -> x.leakyRelu(0.2);
                case "softplus" -> x.softplus();
                case "sigmoid" -> x.sigmoid();
                case "tanh" -> x.tanh();
                case "greater" -> x.greater(y);
                case "greaterThanZero" -> x.greater(0);
                case "stopGradient" -> x.stopGradient();
                case "select" -> x.greater(0).select(x.times(3), y.square());
                case "gated" -> x.greater(0.5).times(x.stopGradient()).times(x);
                case "sum" -> x.sum();
                case "mean" -> x.mean();
                case "max" -> x.max();
                case "logSumExp" -> x.logSumExp();
                case "sum1" -> x.sum(1);
                case "mean0" -> x.mean(0);
                case "mean02" -> x.mean(0, 2);
                case "max1" -> x.max(1);
                case "logSumExp2" -> x.logSumExp(2);
                case "matMul" -> x.with(net.matMul(x.raw(), y.raw()));
                case "biasAdd" -> x.with(net.biasAdd(x.raw(), y.raw()));
                case "concat0" -> x.with(net.concat(0, List.of(x.raw(), y.raw())));
                case "concat1" -> x.with(net.concat(1, List.of(y.raw(), x.raw(), y.raw())));
                case "reshape" -> x.with(net.reshape(x.raw(), Shape.of(Shape.ANY, 6)));
                case "slice0" -> x.with(net.slice(x.raw(), 0, 1, 2));
                case "slice1" -> x.with(net.slice(x.raw(), -2, 0, 2));
                case "roll1" -> x.with(net.roll(x.raw(), 1));
                case "roll-3" -> x.with(net.roll(x.raw(), -3));
                case "transpose" -> x.with(net.transpose(x.raw()));
                case "constant" -> x.times(x.with(net.constant(Shape.of(2, 1), new double[] {2, -3})));
                case "conv2d" -> x.with(net.conv2d(x.raw(), y.raw(), 1, 0));
                case "conv2dPadded" -> x.with(net.conv2d(x.raw(), y.raw(), 2, 2));
                case "conv2dTranspose" -> x.with(net.conv2dTranspose(x.raw(), y.raw(), 3, 0));
                case "conv2dTransposeCut" -> x.with(net.conv2dTranspose(x.raw(), y.raw(), 2, 1));
                case "windows" -> x.with(net.windows(x.raw(), 3, 2, -1.5));
                case "maxPool" -> x.with(net.maxPool(x.raw(), 3, 2));
                case "maxPoolWhole" -> x.with(net.maxPool(x.raw(), 2, 1));
                default -> throw new IllegalArgumentException(name);
            };
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"negate", "square", "abs", "relu", "leakyRelu", "softplus", "sigmoid", "tanh", "gated"})
    void of_one_tensor_anywhere(String name) {
        parity.check(new Named(name), ANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "sum", "mean", "max", "logSumExp"})
    void of_one_tensor_where_exp_is_finite(String name) {
        parity.check(new Named(name), MODERATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "sqrt"})
    void of_one_positive_tensor(String name) {
        parity.check(new Named(name), POSITIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"greaterThanZero", "stopGradient"})
    void without_a_derivative(String name) {
        parity.checkFlat(new Named(name), ANY);
    }

    static Stream<List<Array>> broadcasts() {
        return Stream.of(
                List.of(Parity.random(Shape.of(3, 4), 1), Parity.random(Shape.of(3, 4), 2)),
                List.of(Parity.random(Shape.of(3, 4), 1), Parity.random(Shape.of(4), 2)),
                List.of(Parity.random(Shape.of(3, 1), 1), Parity.random(Shape.of(1, 4), 2)),
                List.of(Parity.random(Shape.of(2, 1, 3), 1), Parity.random(Shape.of(4, 1), 2)),
                List.of(Parity.random(Shape.of(3, 4), 1), Array.scalar(0.7)));
    }

    @ParameterizedTest
    @MethodSource("broadcasts")
    void of_two_tensors_that_broadcast(List<Array> pair) {
        for (String name : List.of("plus", "minus", "times", "over", "select")) {
            parity.check(new Named(name), pair.get(0), pair.get(1));
        }
        parity.checkFlat(new Named("greater"), pair.get(0), pair.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum1", "mean0", "mean02", "max1", "logSumExp2", "reshape", "slice0", "slice1"})
    void along_axes(String name) {
        parity.check(new Named(name), Parity.random(Shape.of(2, 3, 4), 1));
    }

    @Test
    void the_slope_of_a_maximum_is_shared_among_equal_values() {
        parity.check(new Named("max"), Array.of(2, 1, 2, 2));
    }

    @Test
    void log_sum_exp_of_large_values_does_not_overflow() {
        parity.check(new Named("logSumExp"), Array.of(1000, 999, -1000));
    }

    @Test
    void log_sum_exp_of_minus_infinity_alone_is_minus_infinity() {
        Array none = Array.of(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
        try (Bench bench = Bench.onCpu()) {
            GraphAlgebra net = bench.evaluating();
            // log(0 + 0) = -∞; subtracting the maximum from itself would give NaN.
            assertThat(bench.fetch(net.logSumExp(bench.input(none))).single()).isEqualTo(Double.NEGATIVE_INFINITY);
        }
    }

    @Test
    void matrices_and_shapes() {
        Array a = Parity.random(Shape.of(2, 3), 1);
        parity.check(new Named("matMul"), a, Parity.random(Shape.of(3, 4), 2));
        parity.check(new Named("biasAdd"), a, Parity.random(Shape.of(3), 2));
        parity.check(new Named("concat0"), a, Parity.random(Shape.of(1, 3), 2));
        parity.check(new Named("concat1"), a, Parity.random(Shape.of(2, 1), 2));
        parity.check(new Named("reshape"), a);
        parity.check(new Named("roll1"), a);
        parity.check(new Named("roll-3"), a);
        parity.check(new Named("transpose"), a);
        parity.check(new Named("constant"), a);
    }

    @Test
    void images() {
        // Not square, and of a size where the last window of 3 every 2 reaches one value over the lower edge alone.
        Array x = Parity.random(Shape.of(2, 4, 5, 2), 1);
        parity.check(new Named("conv2d"), x, Parity.random(Shape.of(3, 3, 2, 2), 2));
        parity.check(new Named("conv2dPadded"), x, Parity.random(Shape.of(3, 3, 2, 3), 2));
        parity.check(new Named("conv2dTranspose"), x, Parity.random(Shape.of(5, 5, 3, 2), 2));
        parity.check(new Named("conv2dTransposeCut"), x, Parity.random(Shape.of(4, 4, 1, 2), 2));
        parity.check(new Named("windows"), x);
        parity.check(new Named("maxPool"), x);
        parity.check(new Named("maxPoolWhole"), x);
    }
}
