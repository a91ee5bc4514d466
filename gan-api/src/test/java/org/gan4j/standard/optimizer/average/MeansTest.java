package org.gan4j.standard.optimizer.average;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.OptimizerLaws;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.standard.optimizer.Followed;
import org.gan4j.standard.optimizer.Momentum;
import org.gan4j.standard.optimizer.Sgd;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MeansTest {
    private static double[] follow(Optimizer optimizer, double... gradients) {
        return Followed.of(optimizer, gradients).values();
    }

    private static double[] used(Optimizer optimizer, double... gradients) {
        return Followed.of(optimizer, gradients).used();
    }

    private static Optimizer moving(double decay, long start, boolean rampUp, Optimizer rule) {
        return new MovingAverage(decay, start, rampUp, Player.GENERATOR, rule);
    }

    @TestFactory
    Stream<DynamicContainer> every_mean_keeps_the_laws() {
        return Stream.of(
                        new PolyakAveraging(2, Player.GENERATOR, new Momentum(0.1, 1, 0, 0.5, 0.7, 10)),
                        moving(0.999, 2, true, new Momentum(0.1, 1, 0, 0.5, 0.7, 10)))
                .map(optimizer -> DynamicContainer.dynamicContainer(
                        optimizer.toString(), LawTests.of(OptimizerLaws.of(optimizer))));
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
    void a_moving_average_forgets_the_past() {
        Optimizer sgd = new Sgd(1, 1, 0);
        // θ: 1, then 0, -2, -1, 3.
        double[] gradients = {1, 2, -1, -4};
        // 0; 0.75·0 - 0.25·2 = -0.5; -0.375 - 0.25 = -0.625; -0.46875 + 0.75 = 0.28125.
        assertThat(used(moving(0.75, 0, false, sgd), gradients)).containsExactly(1, 0, -0.5, -0.625, 0.28125);
        // From the third on: -1; -0.75 + 0.75 = 0.
        assertThat(used(moving(0.75, 2, false, sgd), gradients)).containsExactly(1, 0, -2, -1, 0);
        assertThat(follow(moving(0.75, 0, false, sgd), gradients)).containsExactly(follow(sgd, gradients));
    }

    @Test
    void a_ramp_begins_as_the_mean_of_all_values() {
        // The shares 1, 1/2, then 0.4, which is more than 1/3: 0, -1, -1 + 0·0.4, -1 + 4·0.4 = 0.6.
        assertThat(used(moving(0.6, 0, true, new Sgd(1, 1, 0)), 1, 2, -1, -4))
                .containsExactly(new double[] {1, 0, -1, -1, 0.6}, within(1e-15));
    }

    @Test
    void one_player_is_averaged() {
        Optimizer sgd = new Sgd(1, 1, 0);
        for (Optimizer averaged :
                new Optimizer[] {moving(0.6, 0, true, sgd), new PolyakAveraging(0, Player.GENERATOR, sgd)}) {
            assertThat(averaged.of(Player.DISCRIMINATOR)).isSameAs(sgd);
            assertThat(averaged.of(Player.GENERATOR)).isEqualTo(averaged);
        }
    }
}
