package org.gan4j.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.standard.initializer.Constant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DualAlgebraTest {
    private final RealAlgebra real = new RealAlgebra();
    private final DualAlgebra<Array> algebra = new DualAlgebra<>(real);

    private double slope(UnaryOperator<Expr<Dual<Array>>> f, double at) {
        Dual<Array> x = new Dual<>(Array.scalar(at), Array.scalar(1));
        return f.apply(Expr.of(algebra, x)).raw().slope().single();
    }

    @Nested
    class AtKinks {
        @Test
        void softplus_has_slope_one_half_at_exactly_0() {
            assertThat(slope(Expr::softplus, 0)).isEqualTo(0.5);
        }

        @Test
        void relu_and_abs_have_slope_0_at_0() {
            assertThat(slope(Expr::relu, 0)).isZero();
            assertThat(slope(Expr::abs, 0)).isZero();
        }

        @Test
        void leaky_relu_has_its_slope_at_0() {
            assertThat(slope(x -> x.leakyRelu(0.2), 0)).isEqualTo(0.2);
            assertThat(slope(x -> x.leakyRelu(0.2), 1)).isEqualTo(1);
        }

        @Test
        void the_slope_of_max_is_shared_by_equals_and_adds_up_to_1() {
            Dual<Array> x = new Dual<>(Array.of(1, 3, 3), Array.of(100, 1, 2));
            assertThat(algebra.max(x).slope().single()).isEqualTo(1.5);
        }

        @Test
        void comparisons_and_stopped_values_have_slope_0() {
            assertThat(slope(x -> x.greater(0), 0)).isZero();
            assertThat(slope(Expr::stopGradient, 2)).isZero();
            // d/dx x·stop(x) = stop(x).
            assertThat(slope(x -> x.times(x.stopGradient()), 2)).isEqualTo(2);
        }

        @Test
        void no_gradient_flows_through_a_condition() {
            assertThat(slope(x -> x.greater(0).select(x.square(), x.constant(0)), 3))
                    .isEqualTo(6);
        }
    }

    @Test
    void slopes_of_smooth_functions() {
        // d/dx of: e^x at log 2 = 2; log x at 4 = 1/4; √x at 4 = 1/4; x² at 3 = 6; 1/x at 2 = -1/4; tanh at 0 = 1; σ at
        // 0 = 1/4.
        assertThat(slope(Expr::exp, Math.log(2))).isCloseTo(2, within(1e-15));
        assertThat(slope(Expr::log, 4)).isEqualTo(0.25);
        assertThat(slope(Expr::sqrt, 4)).isEqualTo(0.25);
        assertThat(slope(Expr::square, 3)).isEqualTo(6);
        assertThat(slope(x -> x.constant(1).over(x), 2)).isEqualTo(-0.25);
        assertThat(slope(Expr::tanh, 0)).isEqualTo(1);
        assertThat(slope(Expr::sigmoid, 0)).isEqualTo(0.25);
        assertThat(slope(x -> x.negate().minus(x), 5)).isEqualTo(-2);
        assertThat(slope(Expr::abs, -5)).isEqualTo(-1);
    }

    @Test
    void the_slope_of_sigmoid_does_not_round_to_0_where_D_is_sure() {
        // σ'(50) = σ(50)·σ(-50) ≈ e^-50.
        assertThat(slope(Expr::sigmoid, 50)).isCloseTo(Math.exp(-50), within(1e-36));
    }

    @Test
    void log_sum_exp_moves_with_the_shares_of_its_terms() {
        // Shares of log 1, log 3 are 1/4, 3/4; along (4, 8) that is 1 + 6.
        Dual<Array> x = new Dual<>(Array.of(0, Math.log(3)), Array.of(4, 8));
        assertThat(algebra.logSumExp(x).slope().single()).isCloseTo(7, within(1e-14));
    }

    @Test
    void slopes_have_the_shape_of_the_value_also_when_broadcast() {
        Dual<Array> row = new Dual<>(Array.of(1, 2), Array.of(1, 1));
        Dual<Array> table = algebra.still(Array.filled(Shape.of(3, 2), 1));
        assertThat(algebra.add(row, table).slope()).isEqualTo(Array.filled(Shape.of(3, 2), 1));
        assertThat(algebra.sum(algebra.add(row, table)).slope().single()).isEqualTo(6);
    }

    @Test
    void reductions_and_blocks_move_linearly() {
        Dual<Array> x = new Dual<>(
                new Array(Shape.of(2, 2), new double[] {1, 2, 3, 4}),
                new Array(Shape.of(2, 2), new double[] {1, 0, 0, 2}));
        assertThat(algebra.mean(x, 0).slope()).isEqualTo(new Array(Shape.of(1, 2), new double[] {0.5, 1}));
        // d(x·x) = dx·x + x·dx = [1 2; 6 8] + [1 4; 3 8] = [2 6; 9 16].
        assertThat(algebra.matMul(x, x).slope()).isEqualTo(new Array(Shape.of(2, 2), new double[] {2, 6, 9, 16}));
        assertThat(algebra.reshape(x, Shape.of(4)).slope()).isEqualTo(Array.of(1, 0, 0, 2));
        assertThat(algebra.transpose(x).slope()).isEqualTo(new Array(Shape.of(2, 2), new double[] {1, 0, 0, 2}));
        assertThat(algebra.slice(x, 1, 1, 2).slope()).isEqualTo(new Array(Shape.of(2, 1), new double[] {0, 2}));
        assertThat(algebra.concat(0, List.of(x, x)).slope().shape()).isEqualTo(Shape.of(4, 2));
    }

    @Test
    void weights_move_along_the_directions_given_by_name() {
        DualAlgebra<Array> moving = new DualAlgebra<>(real, Map.of("a", Array.of(3)));
        assertThat(moving.parameter(new Scope("a"), Shape.of(1), new Constant(1))
                        .slope())
                .isEqualTo(Array.of(3));
        assertThat(moving.parameter(new Scope("b"), Shape.of(1), new Constant(1))
                        .slope())
                .isEqualTo(Array.of(0));
    }

    @Test
    void over_itself_it_gives_second_derivatives() {
        // softplus'' = σ' = 1/4 at 0.
        DualAlgebra<Dual<Array>> twice = new DualAlgebra<>(algebra);
        Dual<Array> x = new Dual<>(Array.scalar(0), Array.scalar(1));
        Dual<Dual<Array>> y = twice.softplus(new Dual<>(x, algebra.constant(1)));
        assertThat(y.slope().slope().single()).isEqualTo(0.25);
    }

    @Test
    void what_stands_still_has_slope_0_even_where_it_is_infinite() {
        assertThat(algebra.still(Array.of(Double.POSITIVE_INFINITY)).slope()).isEqualTo(Array.of(0));
    }
}
