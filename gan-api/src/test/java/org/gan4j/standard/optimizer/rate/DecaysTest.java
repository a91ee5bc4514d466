package org.gan4j.standard.optimizer.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.OptimizerLaws;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.standard.optimizer.Adam;
import org.gan4j.standard.optimizer.Each;
import org.gan4j.standard.optimizer.Followed;
import org.gan4j.standard.optimizer.Momentum;
import org.gan4j.standard.optimizer.RmsProp;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.standard.optimizer.limit.MaxNorm;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DecaysTest {
    private static final Optimizer SGD = new Sgd(1, 1, 0);

    @TestFactory
    Stream<DynamicContainer> every_decay_keeps_the_laws() {
        return Stream.of(
                        new LinearDecay(2, 10, 0, Adam.rate(0.001)),
                        new CosineDecay(2, 10, 0.1, Adam.rate(0.001)),
                        new HalvingDecay(5, 2, Adam.rate(0.001)))
                .map(optimizer -> DynamicContainer.dynamicContainer(
                        optimizer.toString(), LawTests.of(OptimizerLaws.of(optimizer))));
    }

    @Test
    void a_rate_falls_linearly_from_the_start_on() {
        // 1 - (1 - 0.5)·p with p = 0, 0, 1/4, 2/4, 3/4, 1, 1.
        assertThat(Followed.steps(new LinearDecay(1, 4, 0.5, SGD), 7))
                .containsExactly(1, 1, 0.875, 0.75, 0.625, 0.5, 0.5);
    }

    @Test
    void a_rate_falls_along_a_cosine() {
        // (1 + cos(π·p))/2 with p = 0, 1/3, 1/2, 2/3, 1, 1 is 1, 3/4, 1/2, 1/4, 0, 0; the factor is half of it and 1/2.
        double[] steps = Followed.steps(new CosineDecay(0, 6, 0.5, SGD), 8);
        assertThat(steps[0]).isEqualTo(1);
        assertThat(steps[2]).isCloseTo(0.875, within(1e-11));
        assertThat(steps[3]).isCloseTo(0.75, within(1e-11));
        assertThat(steps[4]).isCloseTo(0.625, within(1e-11));
        assertThat(steps[6]).isCloseTo(0.5, within(1e-11));
        assertThat(steps[7]).isCloseTo(0.5, within(1e-11));
    }

    @Test
    void a_rate_is_halved_again_and_again() {
        assertThat(Followed.steps(new HalvingDecay(2, 2, SGD), 8))
                .containsExactly(1, 1, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25);
    }

    @Test
    void a_decay_lowers_the_rate_and_not_the_velocity() {
        // v = -1; then 0.5·(-1) - 0.5·1 = -1; then 0.5·(-1) - 0 = -0.5.
        Optimizer momentum = new Momentum(1, 1, 0, 0.5, 0.5, 1);
        assertThat(Followed.of(new LinearDecay(0, 2, 0, momentum), 1, 1, 1).values())
                .containsExactly(0, -1, -1.5);
    }

    @Test
    void a_decay_acts_on_every_built_in_rule() {
        // One half of the rate from the second update on: half of the distance that the same rule goes.
        for (Optimizer rule : new Optimizer[] {new Adam(0.25, 1, 0, 0.5, 0.75, 0), new RmsProp(0.25, 0.75, 0)}) {
            double[] full = Followed.steps(rule, 2);
            double[] half = Followed.steps(new HalvingDecay(1, 1, rule), 2);
            assertThat(half[0]).isEqualTo(full[0]);
            assertThat(half[1]).isCloseTo(full[1] / 2, within(1e-15));
        }
    }

    @Test
    void decays_around_each_other_and_a_rule_s_own_are_multiplied() {
        // 2^-n of the rule, times 1, 1/2, 1/2 of the halving, times 1, 1/2, 0 of the line.
        Optimizer both = new HalvingDecay(1, 1, new LinearDecay(0, 2, 0, new Sgd(1, 2, 0)));
        assertThat(Followed.steps(both, 3)).containsExactly(new double[] {1, 0.125, 0}, within(1e-15));
    }

    @Test
    void a_decay_reaches_the_rule_of_each_player_through_other_wrappers() {
        Optimizer decayed = new HalvingDecay(1, 1, new MaxNorm(9, new Each(SGD, new Sgd(0.5, 1, 0))));
        assertThat(Followed.steps(decayed.of(Player.DISCRIMINATOR), 2)).containsExactly(1, 0.5);
        assertThat(Followed.steps(decayed.of(Player.GENERATOR), 2)).containsExactly(0.5, 0.25);
    }

    /** A rule that keeps its rate to itself. */
    record Fixed() implements Optimizer {
        @Override
        public <T> Expr<T> update(Slots<T> slots, Expr<T> parameter, Expr<T> gradient) {
            return parameter.minus(gradient);
        }
    }

    @Test
    void a_rule_whose_rate_cannot_fall_is_refused() {
        assertThatThrownBy(() -> new CosineDecay(0, 5, 0, new Each(SGD, new Fixed())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the rule of the generator, Fixed, is not a RatedRule, so its learning rate cannot be lowered;"
                                + " expected a rule such as sgd, momentum, adam or rmsprop");
    }
}
