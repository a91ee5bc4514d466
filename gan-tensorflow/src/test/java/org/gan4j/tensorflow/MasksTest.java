package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.train.Schedule;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.standard.schedule.Algorithm1;
import org.gan4j.standard.schedule.Cycle;
import org.gan4j.standard.schedule.Simultaneous;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The dropout masks that updates are made with. */
@Tag("tensorflow")
class MasksTest {
    /** The logit 0 plus a draw for each example, as a dropout mask is drawn: shows which draws an update was made with. */
    private record Coin() implements Layer {
        @Override
        public String kind() {
            return "coin";
        }

        @Override
        public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
            return x.plus(x.with(net.uniform(at, x.raw())));
        }
    }

    /** Both players' objective is the mean draw of the generated examples. */
    private record MeanOfFakes() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.fake().mean();
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().mean();
        }
    }

    /** Returns for each step the mean of the mask that D and that G was updated with. */
    private static List<List<Double>> masks(Schedule schedule, int steps) {
        Discriminator coin = data -> NetSpec.of(List.of(new Dense(1, new Constant(0), new Constant(0)), new Coin()));
        List<List<Double>> masks = new ArrayList<>();
        try (TensorFlowRun run = Experiments.open(Experiments.ring()
                .discriminator(coin)
                .loss(new MeanOfFakes())
                .optimizer(new Sgd(0, 1, 0))
                .schedule(schedule))) {
            for (int step = 0; step < steps; step++) {
                Map<String, Double> signals = run.advance(1);
                masks.add(List.of(signals.get("loss/d"), signals.get("loss/g")));
            }
        }
        return masks;
    }

    @Test
    void simultaneous_updates_share_their_dropout_masks_and_draw_new_ones_at_each_step() {
        List<List<Double>> masks = masks(new Simultaneous(), 3);
        assertThat(masks).allSatisfy(mask -> assertThat(mask.get(0)).isEqualTo(mask.get(1)));
        assertThat(masks).doesNotHaveDuplicates();
    }

    @Test
    void the_players_of_algorithm_1_have_masks_of_their_own() {
        List<Double> masks =
                masks(new Algorithm1(1), 3).stream().flatMap(List::stream).toList();
        assertThat(masks).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void of_a_cycle_the_first_update_shares_its_mask_and_the_next_has_another() {
        // D's signal is the mean over its two updates, so the second mask is 2·d - g.
        assertThat(masks(new Cycle(2), 3))
                .allSatisfy(mask -> assertThat(2 * mask.get(0) - mask.get(1)).isNotCloseTo(mask.get(1), within(1e-6)));
        assertThat(masks(new Cycle(1), 3)).isEqualTo(masks(new Simultaneous(), 3));
    }
}
