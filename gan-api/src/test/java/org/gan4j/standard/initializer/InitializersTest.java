package org.gan4j.standard.initializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.InitializerLaws;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.plain.RealAlgebra;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class InitializersTest {
    private static final Shape WEIGHTS = Shape.of(300, 100);
    private static final int COUNT = 30_000;

    private static double[] values(Initializer initializer) {
        return new RealAlgebra(Map.of(), true, 1)
                .parameter(new Scope("weights"), WEIGHTS, initializer)
                .values();
    }

    private static double deviation(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElseThrow());
    }

    /** A uniform variance r²/3 measured from COUNT values has a relative error of √(0.8 / COUNT) = 0.5 %. */
    private static void assertUniform(double[] values, double range) {
        assertThat(Arrays.stream(values)).allMatch(v -> Math.abs(v) <= range);
        assertThat(deviation(values)).isCloseTo(range / Math.sqrt(3), within(0.02 * range));
        assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0, within(0.02 * range));
    }

    @TestFactory
    Stream<DynamicContainer> initializers_of_matrices_keep_the_laws() {
        return Stream.of(new Sparse(3, 1))
                .map(initializer -> DynamicContainer.dynamicContainer(
                        initializer.toString(), LawTests.of(InitializerLaws.of(initializer, Shape.of(7, 4)))));
    }

    @Test
    void sparse_gives_each_unit_as_many_weights_as_it_is_told() {
        double[] values = values(new Sparse(15, 2));
        int[] nonZero = new int[100];
        for (int i = 0; i < COUNT; i++) {
            nonZero[i % 100] += values[i] == 0 ? 0 : 1;
        }
        assertThat(nonZero).containsOnly(15);
        // 1,500 normal values: relative error √(1 / 3000) = 1.8 %. Each of the 300 inputs is chosen 5 times on average,
        // and all
        // within 5 ± 5 deviations of √5 = 2.2.
        assertThat(deviation(Arrays.stream(values).filter(v -> v != 0).toArray()))
                .isCloseTo(2, within(0.2));
        int[] chosen = new int[300];
        for (int i = 0; i < COUNT; i++) {
            chosen[i / 100] += values[i] == 0 ? 0 : 1;
        }
        assertThat(Arrays.stream(chosen).max().orElseThrow()).isLessThanOrEqualTo(16);
    }

    @Test
    void sparse_refuses_fewer_inputs_than_it_shall_choose() {
        assertThatThrownBy(() -> values(new Sparse(301, 1)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("at least 301 incoming weights a unit, not [300×100]");
    }

    @TestFactory
    Stream<DynamicContainer> every_initializer_keeps_the_laws() {
        return Stream.of(new Uniform(0.05), new Normal(0.02), new Glorot(), new He(), new Constant(1), new Marginals())
                .map(initializer -> DynamicContainer.dynamicContainer(
                        initializer.toString(), LawTests.of(InitializerLaws.of(initializer, Shape.of(7)))));
    }

    @Test
    void uniform_fills_its_range() {
        assertUniform(values(new Uniform(0.05)), 0.05);
    }

    @Test
    void glorot_scales_to_fan_in_and_fan_out() {
        // √(6 / (300 + 100)).
        assertUniform(values(new Glorot()), Math.sqrt(0.015));
    }

    @Test
    void normal_has_its_deviation() {
        // Relative error √(1 / (2·30000)) = 0.4 %.
        assertThat(deviation(values(new Normal(0.5)))).isCloseTo(0.5, within(0.01));
    }

    @Test
    void he_scales_to_fan_in() {
        assertThat(deviation(values(new He()))).isCloseTo(Math.sqrt(2.0 / 300), within(0.002));
    }

    @Test
    void constant_is_everywhere() {
        assertThat(values(new Constant(-2))).hasSize(COUNT).containsOnly(-2);
    }

    @Test
    void marginals_make_a_sigmoid_give_the_means_of_the_data() {
        // log(m / (1 - m)): log(1/3) for 1/4, 0 for 1/2, and the edges kept at 0.0001 and 0.9999.
        double edge = Math.log(0.9999 / 0.0001);
        double[] bias = new RealAlgebra()
                .withDataMean(0.25, 0.5, 0, 1)
                .parameter(new Scope("bias"), Shape.of(4), new Marginals())
                .values();
        assertThat(bias).containsExactly(new double[] {-Math.log(3), 0, -edge, edge}, within(1e-11));
    }

    @Test
    void fans_are_those_of_a_matrix() {
        assertThat(FanInOut.in(Shape.of(3, 5))).isEqualTo(3);
        assertThat(FanInOut.out(Shape.of(3, 5))).isEqualTo(5);
        assertThat(FanInOut.in(Shape.of(4))).isEqualTo(4);
    }
}
