package org.gan4j.standard.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.OptimizerLaws;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.standard.optimizer.limit.MaxNorm;
import org.gan4j.standard.optimizer.limit.Shrinkage;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OptimizersTest {
    private final RealAlgebra algebra = new RealAlgebra();

    private static double[] follow(Optimizer optimizer, double... gradients) {
        return Followed.of(optimizer, gradients).values();
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
                        new RmsProp(0.001, 0.99, 1e-8),
                        new Each(Adam.rate(0.001), Sgd.rate(0.1)))
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

    @Test
    void rmsprop_divides_by_the_root_of_the_mean_square() {
        // g = 2: v = 0.25·4 = 1, and the step is 0.1·2/1. g = -1: v = 0.75·1 + 0.25·1 = 1, and the step is -0.1.
        assertThat(follow(new RmsProp(0.1, 0.75, 0), 2, -1)).containsExactly(new double[] {0.8, 0.9}, within(1e-15));
    }

    @Test
    void epsilon_of_rmsprop_is_added_after_the_root() {
        // v = 0.25·4 = 1: the step is 0.1·2/(1 + 1). With ε within the root it would be 0.1·2/√2.
        assertThat(follow(new RmsProp(0.1, 0.75, 1), 2)).containsExactly(new double[] {0.9}, within(1e-15));
    }

    @Test
    void each_player_has_a_rule_of_its_own() {
        Optimizer adam = Adam.rate(0.001);
        Optimizer sgd = Sgd.rate(0.1);
        Optimizer each = new Each(adam, new Shrinkage(0.5, Player.DISCRIMINATOR, sgd));
        assertThat(each.of(Player.DISCRIMINATOR)).isSameAs(adam);
        assertThat(each.of(Player.GENERATOR)).isSameAs(sgd);
        assertThat(new MaxNorm(2, each).of(Player.DISCRIMINATOR)).isEqualTo(new MaxNorm(2, adam));
        assertThat(new MaxNorm(2, each).of(Player.GENERATOR)).isEqualTo(new MaxNorm(2, sgd));
    }
}
