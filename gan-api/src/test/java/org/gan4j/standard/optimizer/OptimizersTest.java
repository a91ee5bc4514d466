package org.gan4j.standard.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.OptimizerLaws;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.plain.Array;
import org.gan4j.plain.PlainSlots;
import org.gan4j.plain.RealAlgebra;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OptimizersTest {
    private final RealAlgebra algebra = new RealAlgebra();

    /** Values of one parameter from 1 on, under the given gradients. */
    private double[] follow(Optimizer optimizer, double... gradients) {
        PlainSlots slots = new PlainSlots(algebra, Shape.of());
        double[] values = new double[gradients.length];
        Array parameter = Array.scalar(1);
        for (int i = 0; i < gradients.length; i++) {
            parameter = slots.update(optimizer, parameter, Array.scalar(gradients[i]));
            values[i] = parameter.single();
        }
        return values;
    }

    private Expr<Array> after(int updates) {
        return Expr.of(algebra, Array.scalar(updates));
    }

    @TestFactory
    Stream<DynamicContainer> every_optimizer_keeps_the_laws() {
        return Stream.of(
                        new Sgd(0.1, 1, 0),
                        new Sgd(0.1, 1.5, 0.01),
                        new Momentum(0.1, 1, 0, 0.5, 0.7, 10),
                        new Adam(0.001, 1, 0, 0.5, 0.999, 1e-8),
                        new Adam(0.001, 1, 0, 0, 0.9, 1e-8),
                        new Shrinkage(0.5, Player.DISCRIMINATOR, new Adam(0.001, 1, 0, 0, 0.9, 1e-8)),
                        new PolyakAveraging(2, Player.GENERATOR, new Momentum(0.1, 1, 0, 0.5, 0.7, 10)),
                        new MaxNorm(1.9365, new Momentum(0.1, 1, 0, 0.5, 0.7, 10)))
                .map(optimizer -> DynamicContainer.dynamicContainer(
                        optimizer.toString(), LawTests.of(OptimizerLaws.of(optimizer))));
    }

    @Test
    void sgd_steps_against_the_gradient() {
        // 1 - 0.1·0.5 = 0.95; 0.95 - 0.1·(-2) = 1.15.
        assertThat(follow(new Sgd(0.1, 1, 0), 0.5, -2)).containsExactly(new double[] {0.95, 1.15}, within(1e-15));
    }

    @Test
    void the_rate_falls_to_its_floor() {
        // 0.1 / 2^n: 0.1, 0.05, then 0.025, which is below 0.03.
        Sgd sgd = new Sgd(0.1, 2, 0.03);
        assertThat(sgd.rateAt(after(0)).raw().single()).isCloseTo(0.1, within(1e-15));
        assertThat(sgd.rateAt(after(1)).raw().single()).isCloseTo(0.05, within(1e-15));
        assertThat(sgd.rateAt(after(2)).raw().single()).isCloseTo(0.03, within(1e-15));
        assertThat(sgd.rateAt(after(10_000)).raw().single()).isCloseTo(0.03, within(1e-15));
    }

    @Test
    void a_rate_that_begins_below_the_floor_stays() {
        assertThat(new Sgd(0.001, 2, 0.03).rateAt(after(3)).raw().single()).isCloseTo(0.001, within(1e-15));
    }

    @Test
    void the_published_code_s_rate_after_250_epochs() {
        // 1.000004^-125000 = e^-0.499999 = 0.6065, the 61 % of the start.
        assertThat(new Sgd(0.1, 1.000004, 1e-6).rateAt(after(125_000)).raw().single())
                .isCloseTo(0.1 * Math.exp(-0.5), within(1e-6));
    }

    @Test
    void momentum_accumulates_velocity() {
        // v = -0.1, then 0.5·(-0.1) - 0.1 = -0.15, then 0.5·(-0.15) = -0.075.
        assertThat(follow(new Momentum(0.1, 1, 0, 0.5, 0.5, 1), 1, 1, 0))
                .containsExactly(new double[] {0.9, 0.75, 0.675}, within(1e-15));
    }

    @Test
    void momentum_rises_linearly_and_stays() {
        Momentum momentum = new Momentum(0.1, 1, 0, 0.5, 0.7, 4);
        assertThat(momentum.momentumAt(after(0)).raw().single()).isCloseTo(0.5, within(1e-15));
        assertThat(momentum.momentumAt(after(2)).raw().single()).isCloseTo(0.6, within(1e-15));
        assertThat(momentum.momentumAt(after(4)).raw().single()).isCloseTo(0.7, within(1e-15));
        assertThat(momentum.momentumAt(after(9)).raw().single()).isCloseTo(0.7, within(1e-15));
    }

    @Test
    void shrinking_multiplies_what_the_rule_gives() {
        // 0.5·(1 - 0.1·2) = 0.4; 0.5·(0.4 - 0.1·(-1)) = 0.25.
        Shrinkage half = new Shrinkage(0.5, Player.DISCRIMINATOR, new Sgd(0.1, 1, 0));
        assertThat(follow(half, 2, -1)).containsExactly(new double[] {0.4, 0.25}, within(1e-15));
    }

    @Test
    void shrinking_leaves_the_momentum_of_its_rule() {
        // v = -0.1: 0.5·0.9 = 0.45. v = 0.5·(-0.1) - 0 = -0.05: 0.5·(0.45 - 0.05) = 0.2.
        Shrinkage half = new Shrinkage(0.5, Player.DISCRIMINATOR, new Momentum(0.1, 1, 0, 0.5, 0.5, 1));
        assertThat(follow(half, 1, 0)).containsExactly(new double[] {0.45, 0.2}, within(1e-15));
    }

    @Test
    void what_is_done_after_an_update_is_done_to_one_player() {
        Optimizer sgd = new Sgd(0.1, 1, 0);
        Optimizer shrinking = new Shrinkage(0.5, Player.DISCRIMINATOR, sgd);
        assertThat(shrinking.of(Player.GENERATOR)).isSameAs(sgd);
        assertThat(shrinking.of(Player.DISCRIMINATOR)).isEqualTo(shrinking);
        assertThat(new Shrinkage(1, Player.DISCRIMINATOR, sgd).of(Player.DISCRIMINATOR))
                .isSameAs(sgd);
        Optimizer both = new PolyakAveraging(0, Player.GENERATOR, shrinking);
        assertThat(both.of(Player.DISCRIMINATOR)).isEqualTo(shrinking);
        assertThat(both.of(Player.GENERATOR)).isEqualTo(new PolyakAveraging(0, Player.GENERATOR, sgd));
        assertThat(sgd.of(Player.GENERATOR)).isSameAs(sgd);
    }

    /** Returns the value used for a parameter before the first update under the given gradients and after each. */
    private double[] used(Optimizer optimizer, double... gradients) {
        PlainSlots slots = new PlainSlots(algebra, Shape.of());
        double[] values = new double[gradients.length + 1];
        Array parameter = Array.scalar(1);
        for (int i = 0; i <= gradients.length; i++) {
            values[i] = optimizer.used(slots, Expr.of(algebra, parameter)).raw().single();
            if (i < gradients.length) {
                parameter = slots.update(optimizer, parameter, Array.scalar(gradients[i]));
            }
        }
        return values;
    }

    @Test
    void polyak_averaging_uses_the_mean_of_all_values_since_its_start() {
        Optimizer sgd = new Sgd(1, 1, 0);
        // θ: 1, then 0, -2, -1, 3.
        double[] gradients = {1, 2, -1, -4};
        assertThat(follow(sgd, gradients)).containsExactly(0, -2, -1, 3);
        // The means of 0; 0, -2; 0, -2, -1; 0, -2, -1, 3.
        assertThat(used(new PolyakAveraging(0, Player.GENERATOR, sgd), gradients))
                .containsExactly(new double[] {1, 0, -1, -1, 0}, within(1e-15));
        // From the third on: -1; -1, 3.
        assertThat(used(new PolyakAveraging(2, Player.GENERATOR, sgd), gradients))
                .containsExactly(new double[] {1, 0, -2, -1, 1}, within(1e-15));
        assertThat(follow(new PolyakAveraging(2, Player.GENERATOR, sgd), gradients))
                .containsExactly(follow(sgd, gradients));
        assertThat(used(sgd, gradients)).containsExactly(1, 0, -2, -1, 3);
    }

    @Test
    void the_first_update_of_adam_is_the_rate_whatever_the_gradient() {
        // m = (1-β₁)g and v = (1-β₂)g², so unbiased m/√v = sign(g).
        Adam adam = new Adam(0.1, 1, 0, 0.5, 0.999, 0);
        assertThat(follow(adam, 2)).containsExactly(new double[] {0.9}, within(1e-12));
        assertThat(follow(adam, -1e-6)).containsExactly(new double[] {1.1}, within(1e-12));
    }

    @Test
    void the_second_update_of_adam_by_hand() {
        // g = 2, then 0: m = 1, 0.5; v = 0.004, 0.003996; step √(1-0.999²)/(1-0.5²) = √0.001999/0.75.
        double second = 0.1 * Math.sqrt(0.001999) / 0.75 * 0.5 / Math.sqrt(0.003996);
        assertThat(follow(new Adam(0.1, 1, 0, 0.5, 0.999, 0), 2, 0))
                .containsExactly(new double[] {0.9, 0.9 - second}, within(1e-12));
    }

    @Test
    void epsilon_of_adam_is_added_after_the_root() {
        // m = 0.5·1, √v = √0.001, ε = √0.001: half of the update without ε.
        double root = Math.sqrt(0.001);
        assertThat(follow(new Adam(0.1, 1, 0, 0.5, 0.999, root), 1))
                .containsExactly(new double[] {0.95}, within(1e-12));
    }

    private double[] limited(Shape shape, double... values) {
        PlainSlots slots = new PlainSlots(algebra, shape);
        Array gradient = Array.filled(shape, 1);
        return slots.update(new MaxNorm(2, new Sgd(1, 1, 0)), new Array(shape, values), gradient)
                .values();
    }

    @Test
    void the_norm_of_each_column_is_limited_after_the_update() {
        // Less the gradient 1: columns (3, 4) of length 5, which becomes 2, and (0, 1), which is short enough.
        assertThat(limited(Shape.of(2, 2), 4, 1, 5, 2)).containsExactly(new double[] {1.2, 0, 1.6, 1}, within(1e-6));
    }

    @Test
    void the_norm_of_a_kernel_is_over_all_axes_but_the_last() {
        // All eight weights of the one channel are 1, together √8 long, which becomes 2: each is 1/√2.
        double each = Math.sqrt(0.5);
        assertThat(limited(Shape.of(2, 2, 2, 1), 2, 2, 2, 2, 2, 2, 2, 2))
                .containsExactly(new double[] {each, each, each, each, each, each, each, each}, within(1e-6));
    }

    @Test
    void biases_have_no_limit() {
        assertThat(limited(Shape.of(2), 31, 41)).containsExactly(30, 40);
    }
}
