package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Loss;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.run.WeightDigest;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Turn;
import org.gan4j.losses.Minimax;
import org.gan4j.losses.NonSaturating;
import org.gan4j.standard.prior.UniformPrior;
import org.gan4j.standard.schedule.Algorithm1;
import org.gan4j.standard.schedule.Cycle;
import org.gan4j.standard.schedule.GeneratorAhead;
import org.gan4j.standard.schedule.InterruptedAlgorithm1;
import org.gan4j.standard.schedule.Simultaneous;
import org.gan4j.standard.schedule.WarmUp;
import org.gan4j.tensorflow.plan.Update;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The batches that updates are made from. */
@Tag("tensorflow")
class DrawsTest {
    record Turns(List<Turn> turns) implements Schedule {}

    /** Updates with their batches, which get numbers in the order of their first appearance. */
    static final class Trace implements UpdateWatch {
        final List<String> lines = new ArrayList<>();
        final List<FloatTensor> real = new ArrayList<>();
        final List<FloatTensor> latent = new ArrayList<>();

        @Override
        public void made(Update update, Map<String, FloatTensor> draws) {
            lines.add(update.players() + " data " + number(real, draws.get("real")) + " z "
                    + number(latent, draws.get("latent")));
        }

        private static int number(List<FloatTensor> known, FloatTensor tensor) {
            if (!known.contains(tensor)) {
                known.add(tensor);
            }
            return known.indexOf(tensor);
        }
    }

    @Test
    void algorithm_1_with_k_1_takes_turns_and_draws_anew_each_time() {
        assertThat(trace(new Algorithm1(1), 2).lines)
                .containsExactly(
                        "[discriminator] data 0 z 0",
                        "[generator] data 1 z 1",
                        "[discriminator] data 2 z 2",
                        "[generator] data 3 z 3");
    }

    @Test
    void algorithm_1_with_k_3_updates_the_discriminator_three_times_on_fresh_data_and_noise() {
        assertThat(trace(new Algorithm1(3), 1).lines)
                .containsExactly(
                        "[discriminator] data 0 z 0",
                        "[discriminator] data 1 z 1",
                        "[discriminator] data 2 z 2",
                        "[generator] data 3 z 3");
    }

    @Test
    void simultaneous_updates_use_one_batch_for_both_players() {
        assertThat(trace(new Simultaneous(), 2).lines)
                .containsExactly("[discriminator, generator] data 0 z 0", "[discriminator, generator] data 1 z 1");
    }

    @Test
    void cycling_lets_the_generator_join_every_k_th_update_of_the_discriminator() {
        assertThat(trace(new Cycle(3), 2).lines)
                .containsExactly(
                        "[discriminator, generator] data 0 z 0",
                        "[discriminator] data 1 z 1",
                        "[discriminator] data 2 z 2",
                        "[discriminator, generator] data 3 z 3",
                        "[discriminator] data 4 z 4",
                        "[discriminator] data 5 z 5");
    }

    @Test
    void a_warm_up_leaves_the_generator_out_of_its_steps() {
        assertThat(trace(new WarmUp(2, new Algorithm1(2)), 3).lines)
                .containsExactly(
                        "[discriminator] data 0 z 0",
                        "[discriminator] data 1 z 1",
                        "[discriminator] data 2 z 2",
                        "[discriminator] data 3 z 3",
                        "[discriminator] data 4 z 4",
                        "[discriminator] data 5 z 5",
                        "[generator] data 6 z 6");
        assertThat(trace(new WarmUp(1, new Simultaneous()), 2).lines)
                .containsExactly("[discriminator] data 0 z 0", "[discriminator, generator] data 1 z 1");
    }

    @Test
    void a_generator_that_is_ahead_draws_anew_for_each_of_its_updates() {
        assertThat(trace(new GeneratorAhead(3), 1).lines)
                .containsExactly(
                        "[discriminator] data 0 z 0",
                        "[generator] data 1 z 1",
                        "[generator] data 2 z 2",
                        "[generator] data 3 z 3");
    }

    @Test
    void an_interrupted_game_has_one_step_of_each_player_alone() {
        // Step 0 is of both, step 1 of D alone, step 2 of G alone, step 3 of both again.
        assertThat(trace(new InterruptedAlgorithm1(1, 1, 1, 1), 4).lines)
                .containsExactly(
                        "[discriminator] data 0 z 0",
                        "[generator] data 1 z 1",
                        "[discriminator] data 2 z 2",
                        "[generator] data 3 z 3",
                        "[discriminator] data 4 z 4",
                        "[generator] data 5 z 5");
    }

    @Test
    void the_discriminator_sees_the_same_data_and_noise_with_and_without_a_warm_up() {
        ExperimentBuilder images = Experiments.ring().dataset(new RandomImages(70, 2));
        Trace plain = trace(images.schedule(new Simultaneous()), 20);
        Trace later = trace(images.schedule(new WarmUp(5, new Simultaneous())), 20);
        assertThat(later.real).hasSize(20).isEqualTo(plain.real);
        assertThat(later.latent).isEqualTo(plain.latent);
    }

    @Test
    void a_schedule_s_knob_that_is_off_gives_the_same_weights_to_the_bit() {
        assertThat(weights(new WarmUp(0, new Algorithm1(2)))).isEqualTo(weights(new Algorithm1(2)));
        assertThat(weights(new Cycle(1))).isEqualTo(weights(new Simultaneous()));
        assertThat(weights(new WarmUp(1, new Algorithm1(2)))).isNotEqualTo(weights(new Algorithm1(2)));
    }

    private static String weights(Schedule schedule) {
        try (TensorFlowRun run = Experiments.open(Experiments.ring().schedule(schedule))) {
            run.advance(10);
            return WeightDigest.sha256(run.weights());
        }
    }

    @Test
    void while_the_generator_rests_its_weights_stay_and_nothing_is_said_of_its_loss() {
        try (TensorFlowRun run = Experiments.open(Experiments.ring().schedule(new WarmUp(3, new Algorithm1(1))))) {
            float[] first = run.weights().get("generator.dense1.weights").values();
            assertThat(run.advance(3)).containsKey("loss/d").doesNotContainKey("loss/g");
            assertThat(run.weights().get("generator.dense1.weights").values()).isEqualTo(first);
            assertThat(run.advance(1)).containsKey("loss/g");
            assertThat(run.weights().get("generator.dense1.weights").values()).isNotEqualTo(first);
        }
    }

    @Test
    void a_reused_batch_is_that_of_the_update_before() {
        Schedule schedule = new Turns(List.of(
                new Turn(List.of(Player.DISCRIMINATOR), 2, Turn.Batch.FRESH),
                new Turn(List.of(Player.GENERATOR), 1, Turn.Batch.REUSED)));
        assertThat(trace(schedule, 2).lines)
                .containsExactly(
                        "[discriminator] data 0 z 0",
                        "[discriminator] data 1 z 1",
                        "[generator] data 1 z 1",
                        "[discriminator] data 2 z 2",
                        "[discriminator] data 3 z 3",
                        "[generator] data 3 z 3");
    }

    @Test
    void a_reused_batch_of_a_table_stays_the_same_at_the_end_of_an_epoch() {
        Schedule schedule = new Turns(List.of(
                new Turn(List.of(Player.DISCRIMINATOR), 1, Turn.Batch.FRESH),
                new Turn(List.of(Player.GENERATOR), 1, Turn.Batch.REUSED)));
        ExperimentBuilder experiment =
                Experiments.ring().dataset(new RandomImages(20, 2)).batch(10).schedule(schedule);
        // Two batches an epoch, so the second and the fourth D update are the last of theirs.
        assertThat(trace(experiment, 4).lines)
                .containsExactly(
                        "[discriminator] data 0 z 0",
                        "[generator] data 0 z 0",
                        "[discriminator] data 1 z 1",
                        "[generator] data 1 z 1",
                        "[discriminator] data 2 z 2",
                        "[generator] data 2 z 2",
                        "[discriminator] data 3 z 3",
                        "[generator] data 3 z 3");
    }

    @Test
    void two_runs_that_differ_in_the_loss_only_see_the_same_data_and_noise() {
        for (ExperimentBuilder experiment :
                List.of(Experiments.ring(), Experiments.ring().dataset(new RandomImages(70, 2)))) {
            Trace one = trace(experiment.loss(new Minimax(1)), 10);
            Trace other = trace(experiment.loss(new NonSaturating(1)), 10);
            assertThat(one.real).hasSize(20).isEqualTo(other.real);
            assertThat(one.latent).hasSize(20).isEqualTo(other.latent);
        }
    }

    @Test
    void another_prior_leaves_the_data_as_they_are() {
        Trace one = trace(Experiments.ring(), 3);
        Trace other = trace(Experiments.ring().prior(new UniformPrior(7, 1)), 3);
        assertThat(one.real).isEqualTo(other.real);
    }

    @Test
    void a_loss_against_itself_gives_equal_weights_and_signals() {
        Loss loss = new Minimax(1);
        try (TensorFlowRun one = Experiments.open(Experiments.ring().loss(loss));
                TensorFlowRun other = Experiments.open(Experiments.ring().loss(loss))) {
            assertThat(one.advance(50)).isEqualTo(other.advance(50));
            assertThat(one.weights()).isEqualTo(other.weights());
        }
    }

    private static Trace trace(Schedule schedule, long steps) {
        return trace(Experiments.ring().schedule(schedule), steps);
    }

    private static Trace trace(ExperimentBuilder experiment, long steps) {
        try (TensorFlowRun run = Experiments.open(experiment)) {
            Trace trace = new Trace();
            run.watch(trace);
            run.advance(steps);
            return trace;
        }
    }
}
