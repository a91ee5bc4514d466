package org.gan4j.standard.optimizer.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
import org.gan4j.standard.optimizer.Adam;
import org.gan4j.standard.optimizer.Followed;
import org.gan4j.standard.optimizer.Momentum;
import org.gan4j.standard.optimizer.RmsProp;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.standard.optimizer.limit.ClipGradient.Measure;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LimitsTest {
    private static final Optimizer SGD = new Sgd(1, 1, 0);

    private final RealAlgebra algebra = new RealAlgebra();

    private static double[] follow(Optimizer optimizer, double... gradients) {
        return Followed.of(optimizer, gradients).values();
    }

    @TestFactory
    Stream<DynamicContainer> every_limit_keeps_the_laws() {
        return Stream.of(
                        new Shrinkage(0.5, Player.DISCRIMINATOR, new Adam(0.001, 1, 0, 0, 0.9, 1e-8)),
                        new MaxNorm(1.9365, new Momentum(0.1, 1, 0, 0.5, 0.7, 10)),
                        new ClipWeights(0.01, Player.DISCRIMINATOR, new RmsProp(0.00005, 0.99, 1e-8)),
                        new ClipGradient(1, Measure.LENGTH, new Momentum(0.1, 1, 0, 0.5, 0.7, 10)),
                        new ClipGradient(1, Measure.VALUE, new Momentum(0.1, 1, 0, 0.5, 0.7, 10)))
                .map(optimizer -> DynamicContainer.dynamicContainer(
                        optimizer.toString(), LawTests.of(OptimizerLaws.of(optimizer))));
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
        Optimizer clipping = new ClipWeights(0.5, Player.GENERATOR, shrinking);
        assertThat(clipping.of(Player.DISCRIMINATOR)).isEqualTo(shrinking);
        assertThat(clipping.of(Player.GENERATOR)).isEqualTo(new ClipWeights(0.5, Player.GENERATOR, sgd));
        assertThat(sgd.of(Player.GENERATOR)).isSameAs(sgd);
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

    @Test
    void each_weight_is_clipped_after_the_update() {
        // 1 - 0.5 = 0.5 becomes 0.25; 0.25 - 0.125 stays; 0.125 - 2 becomes -0.25.
        assertThat(follow(new ClipWeights(0.25, Player.DISCRIMINATOR, SGD), 0.5, 0.125, 2))
                .containsExactly(0.25, 0.125, -0.25);
    }

    @Test
    void clipping_keeps_what_is_not_a_number() {
        assertThat(follow(new ClipWeights(0.25, Player.DISCRIMINATOR, SGD), Double.NaN))
                .containsExactly(Double.NaN);
    }

    private List<double[]> gradients(Optimizer optimizer, double[]... all) {
        List<Expr<Array>> given = Stream.of(all)
                .map(values -> Expr.of(algebra, new Array(Shape.of(values.length), values)))
                .toList();
        return optimizer.gradients(given).stream()
                .map(gradient -> gradient.raw().values())
                .toList();
    }

    @Test
    void a_gradient_is_shortened_over_all_weights_together() {
        // √(2² + 3² + 6²) = 7, which becomes 3.5: half of each component. Alone, (2, 3) would be √13 = 3.61 long.
        assertThat(gradients(new ClipGradient(3.5, Measure.LENGTH, SGD), new double[] {2, -3}, new double[] {6}))
                .containsExactly(new double[] {1, -1.5}, new double[] {3});
    }

    @Test
    void a_gradient_that_is_short_enough_keeps_its_bits() {
        assertThat(gradients(new ClipGradient(7, Measure.LENGTH, SGD), new double[] {2, -3}, new double[] {6}))
                .containsExactly(new double[] {2, -3}, new double[] {6});
    }

    @Test
    void each_component_of_a_gradient_is_clipped() {
        assertThat(gradients(new ClipGradient(2.5, Measure.VALUE, SGD), new double[] {2, -3}, new double[] {6}))
                .containsExactly(new double[] {2, -2.5}, new double[] {2.5});
    }

    @Test
    void limits_of_the_gradient_act_from_the_outside_in() {
        // Clipped to (3, 4), whose length 5 becomes 1.
        Optimizer both = new ClipGradient(4, Measure.VALUE, new ClipGradient(1, Measure.LENGTH, SGD));
        assertThat(gradients(both, new double[] {3, 8}).get(0)).containsExactly(new double[] {0.6, 0.8}, within(1e-15));
        // The length 10 of (6, 8) becomes 5: (3, 4), clipped to (3, 3.5).
        Optimizer other = new ClipGradient(5, Measure.LENGTH, new ClipGradient(3.5, Measure.VALUE, SGD));
        assertThat(gradients(other, new double[] {6, 8}).get(0)).containsExactly(new double[] {3, 3.5}, within(1e-15));
    }

    @Test
    void the_rule_follows_the_limited_gradient() {
        // 1 - 0.5, however steep the gradient is.
        assertThat(follow(new ClipGradient(0.5, Measure.LENGTH, SGD), 1e6)).containsExactly(0.5);
        assertThat(follow(new MaxNorm(9, new ClipGradient(0.5, Measure.VALUE, SGD)), -1e6))
                .containsExactly(1.5);
    }
}
