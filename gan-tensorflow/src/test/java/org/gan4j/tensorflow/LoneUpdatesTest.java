package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Turn;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.standard.schedule.Simultaneous;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Updates of one player outside of the schedule. */
@Tag("tensorflow")
class LoneUpdatesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void an_update_alone_moves_one_player_and_no_step(Player player) {
        for (ExperimentBuilder experiment :
                List.of(Experiments.ring(), Experiments.ring().schedule(new Simultaneous()))) {
            try (TensorFlowRun run = Experiments.open(experiment)) {
                run.advance(2);
                SortedMap<String, FloatTensor> before = run.weights();

                Map<String, Double> signals = run.updateAlone(player);

                SortedMap<String, FloatTensor> after = run.weights();
                assertThat(after).hasSameSizeAs(before);
                after.forEach((name, weight) -> assertThat(weight.equals(before.get(name)))
                        .as(name)
                        .isEqualTo(!name.startsWith(player.toString())));
                assertThat(run.step()).isEqualTo(2);
                String letter = player.letter().toLowerCase(Locale.ROOT);
                assertThat(signals).containsKeys("loss/" + letter, "grad/" + letter);
                assertThat(signals.keySet())
                        .noneMatch(signal -> signal.startsWith("loss/") && !signal.endsWith(letter));
            }
        }
    }

    /** Gradient descent moves the weights by the rate times the gradient, so the length of the move is that of both. */
    @ParameterizedTest
    @EnumSource
    void the_weights_move_along_the_gradient_of_this_update(Player player) {
        double rate = 0.125;
        try (TensorFlowRun run = Experiments.open(Experiments.ring().optimizer(Sgd.rate(rate)))) {
            run.advance(1);
            SortedMap<String, FloatTensor> before = run.weights();

            double gradient =
                    run.updateAlone(player).get("grad/" + player.letter().toLowerCase(Locale.ROOT));

            double moved = 0;
            for (Map.Entry<String, FloatTensor> weight : run.weights().entrySet()) {
                float[] from = before.get(weight.getKey()).values();
                for (int i = 0; i < from.length; i++) {
                    moved += Math.pow(weight.getValue().values()[i] - from[i], 2);
                }
            }
            assertThat(gradient).isPositive();
            assertThat(Math.sqrt(moved)).isCloseTo(rate * gradient, within(1e-5 * gradient));
        }
    }

    /** 40 rows in batches of 10 are 4 batches an epoch, so the six steps cross the end of one. */
    @Test
    void the_schedule_draws_what_it_would_have_drawn() {
        List<Map<String, FloatTensor>> undisturbed = batches(false);
        List<Map<String, FloatTensor>> disturbed = batches(true);

        assertThat(undisturbed).hasSize(12);
        assertThat(disturbed).isEqualTo(undisturbed);
    }

    private static List<Map<String, FloatTensor>> batches(boolean disturbed) {
        List<Map<String, FloatTensor>> batches = new ArrayList<>();
        try (TensorFlowRun run = Experiments.open(
                Experiments.ring().dataset(new EpochTest.Numbered(40)).batch(10))) {
            for (int step = 0; step < 6; step++) {
                run.watch((update, draws) -> batches.add(new TreeMap<>(draws)));
                run.advance(1);
                run.watch(UpdateWatch.NONE);
                if (disturbed) {
                    run.updateAlone(Player.DISCRIMINATOR);
                    run.updateAlone(Player.GENERATOR);
                    run.updateAlone(Player.DISCRIMINATOR);
                }
            }
            assertThat(run.epoch()).isEqualTo(1.5);
        }
        return batches;
    }

    @Test
    void each_update_alone_sees_a_new_batch() {
        List<Map<String, FloatTensor>> batches = new ArrayList<>();
        try (TensorFlowRun run = Experiments.open(Experiments.ring())) {
            run.watch((update, draws) -> batches.add(new TreeMap<>(draws)));
            run.updateAlone(Player.DISCRIMINATOR);
            run.updateAlone(Player.DISCRIMINATOR);
            run.advance(1);
        }
        assertThat(batches).hasSize(4);
        assertThat(batches.stream().map(batch -> batch.get("latent"))).doesNotHaveDuplicates();
        assertThat(batches.stream().limit(3).map(batch -> batch.get("real"))).doesNotHaveDuplicates();
    }

    @Test
    void a_checkpoint_holds_what_was_updated_alone() {
        SortedMap<String, FloatTensor> expected;
        try (TensorFlowRun run = Experiments.open(Experiments.ring())) {
            run.advance(2);
            run.updateAlone(Player.DISCRIMINATOR);
            run.save(folder.resolve("saved"));
            run.updateAlone(Player.DISCRIMINATOR);
            run.advance(2);
            expected = run.weights();
        }
        try (TensorFlowRun again = Experiments.open(Experiments.ring())) {
            again.restore(folder.resolve("saved"));
            again.updateAlone(Player.DISCRIMINATOR);
            again.advance(2);
            assertThat(again.weights()).isEqualTo(expected);
        }
    }

    record DiscriminatorOnly() implements Schedule {
        @Override
        public List<Turn> turns() {
            return List.of(new Turn(List.of(Player.DISCRIMINATOR), 1, Turn.Batch.FRESH));
        }
    }

    @Test
    void a_player_that_no_turn_updates_is_refused() {
        try (TensorFlowRun run = Experiments.open(Experiments.ring().schedule(new DiscriminatorOnly()))) {
            assertThatThrownBy(() -> run.updateAlone(Player.GENERATOR))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage(
                            "schedule: no turn of it updates the generator, so the generator cannot be updated alone");
        }
    }
}
