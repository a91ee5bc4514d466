package org.gan4j.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.problem.InvalidInput;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RealAlgebraTest {
    private final RealAlgebra algebra = new RealAlgebra();

    private static Array array(Shape shape, double... values) {
        return new Array(shape, values);
    }

    private static Array matrix(int rows, int columns, double... values) {
        return array(Shape.of(rows, columns), values);
    }

    @Nested
    class Broadcasting {
        @Test
        void a_row_is_added_to_each_row() {
            assertThat(algebra.add(matrix(2, 3, 1, 2, 3, 4, 5, 6), Array.of(10, 20, 30)))
                    .isEqualTo(matrix(2, 3, 11, 22, 33, 14, 25, 36));
        }

        @Test
        void a_column_and_a_row_make_a_table() {
            assertThat(algebra.multiply(matrix(2, 1, 2, 3), matrix(1, 3, 1, 10, 100)))
                    .isEqualTo(matrix(2, 3, 2, 20, 200, 3, 30, 300));
        }

        @Test
        void a_middle_axis_of_size_1_stretches() {
            // a is [[[1, 2]], [[3, 4]]], b is [[10], [20]] repeated for each.
            Array sum = algebra.add(array(Shape.of(2, 1, 2), 1, 2, 3, 4), matrix(2, 1, 10, 20));
            assertThat(sum).isEqualTo(array(Shape.of(2, 2, 2), 11, 12, 21, 22, 13, 14, 23, 24));
        }

        @Test
        void scalars_fit_everything() {
            assertThat(algebra.subtract(Array.scalar(1), Array.of(1, 2))).isEqualTo(Array.of(0, -1));
            assertThat(algebra.divide(Array.scalar(6), Array.scalar(4)).single())
                    .isEqualTo(1.5);
        }

        @Test
        void sizes_that_differ_are_refused_with_both_shapes() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> algebra.add(Array.of(1, 2, 3), Array.of(1, 2)))
                    .withMessageContaining("[3]")
                    .withMessageContaining("[2]");
        }
    }

    @Nested
    class Functions {
        @Test
        void softplus_neither_overflows_nor_loses_small_values() {
            // softplus(0) = log 2; for large x it is x; for very negative x it is exp(x).
            assertThat(algebra.softplus(Array.of(0, 1000, -1000)).values())
                    .containsExactly(new double[] {Math.log(2), 1000, 0}, within(1e-15));
            assertThat(algebra.softplus(Array.of(-50)).single()).isCloseTo(Math.exp(-50), within(1e-35));
        }

        @Test
        void sigmoid_neither_overflows_nor_rounds_away() {
            // sigmoid(log 3) = 3/4; sigmoid(-x) ≈ exp(-x) for large x.
            assertThat(algebra.sigmoid(Array.of(0, Math.log(3), 1000, -1000)).values())
                    .containsExactly(new double[] {0.5, 0.75, 1, 0}, within(1e-15));
            assertThat(algebra.sigmoid(Array.of(-50)).single()).isCloseTo(Math.exp(-50), within(1e-35));
        }

        @Test
        void rectifiers_and_comparisons() {
            Array x = Array.of(-2, 0, 3);
            assertThat(algebra.relu(x)).isEqualTo(Array.of(0, 0, 3));
            assertThat(algebra.leakyRelu(x, 0.5)).isEqualTo(Array.of(-1, 0, 3));
            assertThat(algebra.abs(x)).isEqualTo(Array.of(2, 0, 3));
            assertThat(algebra.greater(x, Array.scalar(0))).isEqualTo(Array.of(0, 0, 1));
            assertThat(algebra.negate(x).values()[0]).isEqualTo(2);
        }

        @Test
        void smooth_functions() {
            assertThat(algebra.exp(algebra.log(Array.of(2, 5))).values())
                    .containsExactly(new double[] {2, 5}, within(1e-14));
            assertThat(algebra.sqrt(Array.of(9)).single()).isEqualTo(3);
            // tanh(log 2) = (2 - 1/2) / (2 + 1/2) = 3/5.
            assertThat(algebra.tanh(Array.of(Math.log(2))).single()).isCloseTo(0.6, within(1e-15));
        }

        @Test
        void select_broadcasts_all_three() {
            Array chosen = algebra.select(matrix(2, 1, 1, 0), Array.of(1, 2), Array.scalar(9));
            assertThat(chosen).isEqualTo(matrix(2, 2, 1, 2, 9, 9));
        }

        @Test
        void select_does_not_touch_what_it_does_not_choose() {
            assertThat(algebra.select(Array.scalar(1), Array.scalar(2), Array.scalar(Double.NaN))
                            .single())
                    .isEqualTo(2);
        }
    }

    @Nested
    class Reductions {
        private final Array x = matrix(2, 3, 1, 2, 3, 4, 5, 12);

        @Test
        void without_axes_everything_becomes_a_scalar() {
            assertThat(algebra.sum(x)).isEqualTo(Array.scalar(27));
            assertThat(algebra.mean(x)).isEqualTo(Array.scalar(4.5));
            assertThat(algebra.max(x)).isEqualTo(Array.scalar(12));
        }

        @Test
        void a_named_axis_stays_with_size_1() {
            assertThat(algebra.sum(x, 0)).isEqualTo(matrix(1, 3, 5, 7, 15));
            assertThat(algebra.mean(x, 1)).isEqualTo(matrix(2, 1, 2, 7));
            assertThat(algebra.max(x, -1)).isEqualTo(matrix(2, 1, 3, 12));
            assertThat(algebra.sum(x, 0, 1)).isEqualTo(matrix(1, 1, 27));
        }

        @Test
        void the_middle_axis_of_three() {
            // [[[1,2],[3,4]], [[5,6],[7,8]]] summed over the middle: [[[4,6]], [[12,14]]].
            assertThat(algebra.sum(array(Shape.of(2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8), 1))
                    .isEqualTo(array(Shape.of(2, 1, 2), 4, 6, 12, 14));
        }

        @Test
        void log_sum_exp_does_not_overflow() {
            // log(e^1000 + e^1000) = 1000 + log 2.
            assertThat(algebra.logSumExp(Array.of(1000, 1000)).single()).isCloseTo(1000 + Math.log(2), within(1e-12));
            double nothing = Double.NEGATIVE_INFINITY;
            assertThat(algebra.logSumExp(Array.of(nothing, nothing)).single()).isEqualTo(nothing);
        }

        @Test
        void an_axis_that_is_not_there_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> algebra.sum(x, 2))
                    .withMessageContaining("no axis 2");
        }
    }

    @Nested
    class Blocks {
        @Test
        void matrix_product() {
            // [1 2; 3 4] · [5 6; 7 8] = [19 22; 43 50].
            assertThat(algebra.matMul(matrix(2, 2, 1, 2, 3, 4), matrix(2, 2, 5, 6, 7, 8)))
                    .isEqualTo(matrix(2, 2, 19, 22, 43, 50));
        }

        @Test
        void matrices_that_do_not_fit_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> algebra.matMul(matrix(1, 2, 1, 2), matrix(1, 2, 1, 2)))
                    .withMessageContaining("[1×2] and [1×2]");
        }

        @Test
        void reshape_finds_the_batch() {
            assertThat(algebra.reshape(
                                    matrix(2, 6, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
                                    Shape.of(3, 2).batched())
                            .shape())
                    .isEqualTo(Shape.of(2, 3, 2));
            assertThatIllegalArgumentException().isThrownBy(() -> algebra.reshape(Array.of(1, 2, 3), Shape.of(2)));
        }

        @Test
        void a_slice_takes_places_of_one_axis() {
            // The values count up, so the value at [i, j, k] of 2×3×2 is 6·i + 2·j + k.
            Array x = new Array(Shape.of(2, 3, 2), new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
            assertThat(algebra.slice(x, 1, 1, 3))
                    .isEqualTo(new Array(Shape.of(2, 2, 2), new double[] {2, 3, 4, 5, 8, 9, 10, 11}));
            assertThat(algebra.slice(x, -1, 0, 1))
                    .isEqualTo(new Array(Shape.of(2, 3, 1), new double[] {0, 2, 4, 6, 8, 10}));
            assertThat(algebra.slice(x, 0, 1, 2))
                    .isEqualTo(new Array(Shape.of(1, 3, 2), new double[] {6, 7, 8, 9, 10, 11}));
        }

        @Test
        void transposing_exchanges_rows_and_columns() {
            assertThat(algebra.transpose(matrix(2, 3, 1, 2, 3, 4, 5, 6))).isEqualTo(matrix(3, 2, 1, 4, 2, 5, 3, 6));
        }

        @Test
        void concat_along_either_axis() {
            Array a = matrix(2, 1, 1, 2);
            Array b = matrix(2, 2, 3, 4, 5, 6);
            assertThat(algebra.concat(1, List.of(a, b))).isEqualTo(matrix(2, 3, 1, 3, 4, 2, 5, 6));
            assertThat(algebra.concat(0, List.of(b, matrix(1, 2, 7, 8)))).isEqualTo(matrix(3, 2, 3, 4, 5, 6, 7, 8));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> algebra.concat(0, List.of(a, b)))
                    .withMessageContaining("differ in another axis");
        }
    }

    @Nested
    class Weights {
        private final Scope at = new Scope("d.weights");
        private final Initializer random = new Initializer() {
            @Override
            public <T> Expr<T> values(Site<T> site) {
                return site.uniform().plus(site.normal());
            }
        };

        @Test
        void are_those_that_the_caller_gave() {
            Array given = Array.of(1, 2);
            RealAlgebra some = new RealAlgebra(Map.of("d.weights", given), false, 0);
            assertThat(some.parameter(at, Shape.of(2), random)).isSameAs(given);
        }

        @Test
        void are_made_once_and_depend_on_seed_and_name_alone() {
            RealAlgebra some = new RealAlgebra(Map.of(), false, 7);
            some.parameter(new Scope("another"), Shape.of(3), random);
            Array made = some.parameter(at, Shape.of(2), random);
            assertThat(some.parameter(at, Shape.of(2), random)).isSameAs(made);
            assertThat(new RealAlgebra(Map.of(), true, 7).parameter(at, Shape.of(2), random))
                    .isEqualTo(made);
            assertThat(new RealAlgebra(Map.of(), false, 8).parameter(at, Shape.of(2), random))
                    .isNotEqualTo(made);
            assertThat(some.parameters()).containsOnlyKeys("another", "d.weights");
        }

        @Test
        void asked_for_with_another_shape_are_refused() {
            algebra.parameter(at, Shape.of(2), random);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> algebra.parameter(at, Shape.of(3), random))
                    .withMessageContaining("d.weights has the shape [2] for one input and would need [3] for another");
        }

        @Test
        void means_of_the_data_need_data() {
            Initializer means = new Initializer() {
                @Override
                public <T> Expr<T> values(Site<T> site) {
                    return site.constant(site.dataMean());
                }
            };
            assertThat(algebra.withDataMean(0.25, 0.5).parameter(at, Shape.of(2), means))
                    .isEqualTo(Array.of(0.25, 0.5));
            assertThatThrownBy(() -> algebra.parameter(at, Shape.of(2), means)).isInstanceOf(InvalidInput.class);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> algebra.withDataMean(0.25).parameter(at, Shape.of(2), means))
                    .withMessage("d.weights of shape [2] takes 2 values, not 1");
        }
    }

    @Test
    void draws_of_a_scope_differ_from_use_to_use_and_repeat_from_run_to_run() {
        Scope at = new Scope("dropout1");
        Array like = Array.filled(Shape.of(4), 0);
        RealAlgebra first = new RealAlgebra(Map.of(), true, 3);
        Array one = first.uniform(at, like);
        Array two = first.uniform(at, like);
        assertThat(two).isNotEqualTo(one);
        RealAlgebra again = new RealAlgebra(Map.of(), true, 3);
        assertThat(again.uniform(at, like)).isEqualTo(one);
        assertThat(again.uniform(at, like)).isEqualTo(two);
        assertThat(first.training()).isTrue();
    }

    @Test
    void what_is_stopped_goes_through_the_given_function() {
        assertThat(algebra.stopGradient(Array.of(2))).isEqualTo(Array.of(2));
        assertThat(algebra.withStopped(x -> Array.of(5)).stopGradient(Array.of(2)))
                .isEqualTo(Array.of(5));
    }

    @Test
    void arrays_hold_what_their_shape_says() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> array(Shape.of(2, 2), 1, 2, 3))
                .withMessage("an array of shape [2×2] holds 4 values, not 3");
        assertThatIllegalArgumentException().isThrownBy(() -> Array.of(1, 2).single());
        assertThat(Array.of(1, 2)).hasToString("[2][1.0, 2.0]").hasSameHashCodeAs(Array.of(1, 2));
    }
}
