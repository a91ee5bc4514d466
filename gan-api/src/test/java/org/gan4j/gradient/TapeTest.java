package org.gan4j.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Shape;
import org.gan4j.plain.Array;
import org.gan4j.plain.Dual;
import org.gan4j.plain.DualAlgebra;
import org.gan4j.plain.RealAlgebra;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients against derivatives along directions, which {@link DualAlgebra} computes the other way round. */
class TapeTest {
    /** An operation of x and y; both depend on the tensor that gradients are taken with respect to. */
    private static <T> T apply(NetAlgebra<T> net, String name, T x) {
        T y = net.multiply(net.tanh(x), net.constant(0.7));
        return switch (name) {
            case "add" -> net.add(x, net.sum(y, 0));
            case "subtract" -> net.subtract(net.mean(y, 1), x);
            case "multiply" -> net.multiply(x, y);
            case "divide" -> net.divide(y, net.exp(x));
            case "negate" -> net.negate(x);
            case "exp" -> net.exp(x);
            case "log" -> net.log(net.exp(y));
            case "sqrt" -> net.sqrt(net.exp(x));
            case "abs" -> net.abs(x);
            case "relu" -> net.relu(x);
            case "leakyRelu" -> net.leakyRelu(x, 0.2);
            case "softplus" -> net.softplus(x);
            case "sigmoid" -> net.sigmoid(x);
            case "tanh" -> net.tanh(x);
            case "greater" -> net.multiply(x, net.greater(x, y));
            case "select" -> net.select(net.greater(x, net.constant(0)), net.sum(y, 0), y);
            case "stopGradient" -> net.multiply(x, net.stopGradient(y));
            case "sum" -> net.sum(x);
            case "mean" -> net.mean(x);
            case "mean01" -> net.mean(x, 0, -1);
            case "max" -> net.max(x);
            case "max1" -> net.max(x, 1);
            case "logSumExp" -> net.logSumExp(x);
            case "logSumExp0" -> net.logSumExp(x, 0);
            case "reshape" -> net.multiply(net.reshape(x, Shape.of(Shape.ANY, 24)), net.constant(3));
            case "roll" -> net.roll(net.reshape(x, Shape.of(6, Shape.ANY)), 4);
            case "transpose" -> net.transpose(net.reshape(x, Shape.of(6, Shape.ANY)));
            case "matMul" -> net.matMul(net.reshape(x, Shape.of(4, Shape.ANY)), net.reshape(y, Shape.of(Shape.ANY, 4)));
            case "biasAdd" -> net.biasAdd(x, net.reshape(net.slice(net.slice(y, 0, 0, 1), 1, 2, 3), Shape.of(8)));
            case "concat" -> net.concat(1, List.of(x, y, x));
            case "concatLast" -> net.concat(-1, List.of(y, x));
            case "slice" -> net.slice(x, -2, 1, 3);
            case "conv2d" -> net.conv2d(image(net, x), kernel(net, 3, 2), 2, 1);
            case "conv2dBeyondTheEnd" -> net.conv2d(image(net, x), kernel(net, 1, 2), 1, 2);
            case "conv2dWithoutTheEnd" -> net.conv2d(image(net, x), kernel(net, 2, 2), 3, 0);
            case "kernel" -> net.conv2d(net.constant(IMAGES.shape(), IMAGES.values()), grown(net, x), 2, 1);
            case "kernelWithoutTheEnd" ->
                net.conv2d(net.constant(IMAGES.shape(), IMAGES.values()), grown(net, x), 2, 0);
            case "transposedKernel" ->
                net.conv2dTranspose(net.constant(IMAGES.shape(), IMAGES.values()), grown(net, x), 2, 1);
            case "imageAndKernel" -> net.conv2d(image(net, x), grown(net, x), 1, 0);
            case "conv2dTranspose" -> net.conv2dTranspose(image(net, x), transposedKernel(net), 2, 1);
            case "windows" -> net.windows(image(net, x), 3, 2, 0.5);
            case "windowsOfOne" -> net.windows(image(net, x), 2, 1, 0);
            case "maxPool" -> net.maxPool(image(net, x), 3, 2);
            case "maxPoolApart" -> net.maxPool(image(net, x), 2, 2);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Two images of 4×3 values in two channels. */
    private static <T> T image(NetAlgebra<T> net, T x) {
        return net.reshape(x, Shape.of(Shape.ANY, 4, 3, 2));
    }

    private static <T> T kernel(NetAlgebra<T> net, int size, int out) {
        Shape shape = Shape.of(size, size, 2, out);
        return net.constant(shape, random(shape, 3).values());
    }

    private static final Array IMAGES = random(Shape.of(3, 5, 4, 2), 4);

    /** A kernel of 2×2 made of x. */
    private static <T> T grown(NetAlgebra<T> net, T x) {
        return net.reshape(net.slice(x, 1, 0, 1), Shape.of(2, 2, 2, 2));
    }

    private static <T> T transposedKernel(NetAlgebra<T> net) {
        Shape shape = Shape.of(4, 4, 3, 2);
        return net.constant(shape, random(shape, 3).values());
    }

    private static Array random(Shape shape, long seed) {
        Random random = new Random(seed);
        return new Array(shape, random.doubles(shape.size(), -1, 1).toArray());
    }

    /** Σ r·f(x)² with random r, so that even a linear operation has a second derivative. */
    private static <T> T first(NetAlgebra<T> net, String name, T x) {
        T result = apply(net, name, x);
        Shape shape = net.shape(result);
        T weights = net.constant(shape, random(shape, 5).values());
        return net.sum(net.multiply(weights, net.multiply(result, result)));
    }

    /** Σ s·∂/∂x Σ r·f(x)² with random s. */
    private static <T> T second(Tape<T> net, String name, T x) {
        T gradient = net.gradient(first(net, name, x), x);
        Shape shape = net.shape(gradient);
        assertThat(shape).isEqualTo(net.shape(x));
        return net.sum(
                net.multiply(gradient, net.constant(shape, random(shape, 6).values())));
    }

    private static final Array X = random(Shape.of(2, 3, 8), 1);
    private static final Array U = random(Shape.of(2, 3, 8), 2);

    private static double product(Array a, Array b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            sum += a.values()[i] * b.values()[i];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add",
                "subtract",
                "multiply",
                "divide",
                "negate",
                "exp",
                "log",
                "sqrt",
                "abs",
                "relu",
                "leakyRelu",
                "softplus",
                "sigmoid",
                "tanh",
                "greater",
                "select",
                "stopGradient",
                "sum",
                "mean",
                "mean01",
                "max",
                "max1",
                "logSumExp",
                "logSumExp0",
                "reshape",
                "roll",
                "transpose",
                "matMul",
                "biasAdd",
                "concat",
                "concatLast",
                "slice",
                "conv2d",
                "conv2dBeyondTheEnd",
                "conv2dWithoutTheEnd",
                "conv2dTranspose",
                "windows",
                "kernel",
                "kernelWithoutTheEnd",
                "transposedKernel",
                "imageAndKernel",
                "windowsOfOne",
                "maxPool",
                "maxPoolApart"
            })
    void first_and_second_gradients_times_a_direction_are_the_slopes_along_it(String name) {
        DualAlgebra<Array> dual = new DualAlgebra<>(new RealAlgebra());
        Tape<Array> tape = Tape.of(new RealAlgebra());
        double first = product(tape.gradient(first(tape, name, X), X), U);
        assertThat(first).isCloseTo(first(dual, name, new Dual<>(X, U)).slope().single(), within(1e-12));
        assertThat(first).isNotZero();

        double slope = second(Tape.of(dual), name, new Dual<>(X, U)).slope().single();
        assertThat(product(tape.gradient(second(tape, name, X), X), U)).isCloseTo(slope, within(1e-11));
    }

    @Test
    void of_a_fourth_power_the_third_gradient_is_24_x() {
        Tape<Array> tape = Tape.of(new RealAlgebra());
        Array x = Array.scalar(3);
        Array y = tape.multiply(tape.multiply(x, x), tape.multiply(x, x));
        Array third = tape.gradient(tape.gradient(tape.gradient(y, x), x), x);
        // (x⁴)''' = 24·x.
        assertThat(third.single()).isEqualTo(72);
    }

    @Test
    void equal_values_are_not_one_tensor() {
        Tape<Array> tape = Tape.of(new RealAlgebra());
        Array x = Array.of(1, 2);
        Array other = Array.of(1, 2);
        assertThat(tape.gradient(tape.sum(tape.multiply(x, other)), x)).isEqualTo(Array.of(1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tape.gradient(tape.sum(other), x))
                .withMessageContaining("does not depend on");
    }

    @Test
    void nothing_flows_through_a_stopped_tensor_or_a_comparison() {
        Tape<Array> tape = Tape.of(new RealAlgebra());
        Array x = Array.of(1, 2);
        for (Array y : List.of(tape.stopGradient(x), tape.greater(x, tape.constant(1)))) {
            assertThatIllegalArgumentException().isThrownBy(() -> tape.gradient(tape.sum(y), x));
        }
    }

    @Test
    void only_a_scalar_has_a_gradient() {
        Tape<Array> tape = Tape.of(new RealAlgebra());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tape.gradient(X, X))
                .withMessage("a gradient is taken of a scalar, such as a mean; this has the shape [2×3×8]");
    }

    @Test
    void what_was_computed_elsewhere_has_the_gradient_that_it_states() {
        Tape<Array> tape = Tape.of(new RealAlgebra());
        Array x = Array.of(2, 3);
        // The cube x³, with 3·x² times the adjoint as its way back.
        Array cube = tape.record(
                Array.of(8, 27),
                Map.of(x, dy -> tape.multiply(dy, tape.multiply(tape.constant(3), tape.multiply(x, x)))));
        Array first = tape.gradient(tape.sum(cube), x);
        assertThat(first).isEqualTo(Array.of(12, 27));
        assertThat(tape.gradient(tape.sum(first), x)).isEqualTo(Array.of(12, 18));
    }

    @Test
    void the_slope_of_a_norm_is_a_unit_vector_and_0_at_0() {
        Tape<Array> tape = Tape.of(new RealAlgebra());
        Array x = new Array(Shape.of(2, 2), new double[] {3, 4, 0, 0});
        Expr<Array> norms = Expr.of(tape, x).norm(1);
        assertThat(norms.raw()).isEqualTo(new Array(Shape.of(2, 1), new double[] {5, 0}));
        assertThat(tape.gradient(norms.sum().raw(), x).values())
                .containsExactly(new double[] {0.6, 0.8, 0, 0}, within(1e-15));
    }
}
