package com.example.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.InitializerLaws;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.LayerLaws;
import org.gan4j.api.net.NetSpec;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.plain.shape.ShapeAlgebra;
import org.gan4j.standard.initializer.Constant;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NetTest {
    private static final Scope AT = new Scope("net");
    private final ShapeAlgebra shapes = new ShapeAlgebra();

    private Shape shapeOf(NetSpec net, Shape example) {
        return net.apply(shapes, AT, Expr.of(shapes, example.batched())).raw();
    }

    @Nested
    class CentredTest {
        @TestFactory
        Stream<DynamicTest> laws() {
            return LawTests.of(LayerLaws.of(new Centred(0.9), Shape.of(3)));
        }

        @Test
        void training_moves_the_average_that_use_subtracts() {
            RealAlgebra training = new RealAlgebra(Map.of(), true, 1);
            Array x = new Array(Shape.of(2, 1), new double[] {2, 6});
            assertThat(new Centred(0.5)
                            .apply(training, AT, Expr.of(training, x))
                            .raw()
                            .values())
                    .containsExactly(-2, 2);
            // Half of 0 and half of the mean 4.
            RealAlgebra using = new RealAlgebra(training.states().kept(), false, 1);
            assertThat(new Centred(0.5)
                            .apply(using, AT, Expr.of(using, x))
                            .raw()
                            .values())
                    .containsExactly(0, 4);
        }
    }

    @Nested
    class ResidualTest {
        private final RealAlgebra real = new RealAlgebra();

        @TestFactory
        Stream<DynamicTest> laws() {
            return LawTests.of(LayerLaws.of(new MyResidual(new Lecun()), Shape.of(3)));
        }

        @Test
        void adds_what_the_rectifier_lets_through() {
            // W of ones: x·W is the sum of x in both columns, 3 and -3; (1, 2) + 3 and (-1, -2) + 0.
            Array x = new Array(Shape.of(2, 2), new double[] {1, 2, -1, -2});
            assertThat(new MyResidual(new Constant(1))
                            .apply(real, AT, Expr.of(real, x))
                            .raw())
                    .isEqualTo(new Array(Shape.of(2, 2), new double[] {4, 5, -1, -2}));
        }

        @Test
        void input_that_is_no_vector_is_refused_with_the_place() {
            assertThatThrownBy(() ->
                            new MyResidual(new Lecun()).apply(shapes, AT, Expr.of(shapes, Shape.of(Shape.ANY, 28, 28))))
                    .hasMessage("net expects vectors [batch×width], got [batch×28×28]");
        }
    }

    @Nested
    class LecunTest {
        @TestFactory
        Stream<DynamicTest> laws() {
            return LawTests.of(InitializerLaws.of(new Lecun(), Shape.of(4, 6)));
        }

        @Test
        void variance_is_one_over_the_inputs() {
            // 100 inputs: deviation 0.1. The estimate from n = 40,000 draws has itself the deviation 0.1/√(2n) =
            // 0.00035.
            Array drawn = new RealAlgebra().parameter(AT, Shape.of(100, 400), new Lecun());
            double squares = Arrays.stream(drawn.values()).map(x -> x * x).sum();
            assertThat(Math.sqrt(squares / drawn.values().length)).isCloseTo(0.1, within(5 * 0.00035));
        }
    }

    @Nested
    class ResidualGeneratorTest {
        @Test
        void gives_examples_of_the_datas_shape() {
            assertThat(shapeOf(
                            new MyResidualGenerator(16, 3, new Lecun()).net(Shape.of(8), Shape.of(4, 5)), Shape.of(8)))
                    .isEqualTo(Shape.of(4, 5).batched());
        }

        @Test
        void weights_are_counted_before_anything_native_loads() {
            shapeOf(new MyResidualGenerator(16, 3, new Lecun()).net(Shape.of(8), Shape.of(4, 5)), Shape.of(8));
            // 8·16 + 16 in, three times 16·16 + 16, and 16·20 + 20 out.
            assertThat(shapes.parameterCount()).isEqualTo(144 + 3 * 272 + 340);
        }
    }

    @Nested
    class QuadraticDiscriminatorTest {
        @Test
        void is_the_best_there_is_between_two_normal_densities() {
            // p = N(0, 1), q = N(0, 2²): log p/q = log 2 + (1/8 - 1/2)·x². At x = 2 that is log 2 - 1.5.
            Map<String, Array> weights = Map.of(
                    "net.dense1.weights",
                    new Array(Shape.of(2, 1), new double[] {0, 1 / 8.0 - 1 / 2.0}),
                    "net.dense1.bias",
                    Array.of(Math.log(2)));
            RealAlgebra real = new RealAlgebra(weights, false, 0);
            Array x = new Array(Shape.of(1, 1), new double[] {2});
            assertThat(new QuadraticDiscriminator()
                            .net(Shape.of(1))
                            .apply(real, AT, Expr.of(real, x))
                            .raw()
                            .single())
                    .isCloseTo(Math.log(2) - 1.5, within(1e-12));
        }

        @Test
        void gives_one_logit_whatever_the_datas_shape() {
            assertThat(shapeOf(new QuadraticDiscriminator().net(Shape.of(4, 5)), Shape.of(4, 5)))
                    .isEqualTo(Shape.of(1).batched());
        }
    }
}
