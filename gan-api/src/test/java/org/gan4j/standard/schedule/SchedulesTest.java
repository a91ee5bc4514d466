package org.gan4j.standard.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Turn;
import org.junit.jupiter.api.Test;

class SchedulesTest {
    /** Updates of one step in order, with the number of the batch each is made from. */
    private static List<String> trace(Schedule schedule) {
        List<String> trace = new ArrayList<>();
        int batch = 0;
        for (Turn turn : schedule.turns()) {
            for (int i = 0; i < turn.times(); i++) {
                batch += turn.batch() == Turn.Batch.FRESH ? 1 : 0;
                trace.add(turn.players() + "#" + batch);
            }
        }
        return trace;
    }

    @Test
    void algorithm_1_updates_D_k_times_and_then_G_each_on_a_fresh_batch() {
        assertThat(trace(new Algorithm1(1))).containsExactly("[discriminator]#1", "[generator]#2");
        assertThat(trace(new Algorithm1(3)))
                .containsExactly("[discriminator]#1", "[discriminator]#2", "[discriminator]#3", "[generator]#4");
    }

    @Test
    void simultaneous_updates_both_from_one_batch() {
        assertThat(trace(new Simultaneous())).containsExactly("[discriminator, generator]#1");
    }

    @Test
    void generator_ahead_makes_its_updates_after_one_of_the_discriminator() {
        assertThat(new GeneratorAhead(20).pseudoCode()).isEqualTo("""
            repeat
              update the discriminator from a fresh batch
              20 times: update the generator from a fresh batch
            """);
    }

    @Test
    void cycling_updates_the_generator_with_every_k_th_update_of_the_discriminator() {
        assertThat(trace(new Cycle(1))).isEqualTo(trace(new Simultaneous()));
        assertThat(trace(new Cycle(2))).containsExactly("[discriminator, generator]#1", "[discriminator]#2");
        assertThat(trace(new Cycle(4)))
                .containsExactly(
                        "[discriminator, generator]#1", "[discriminator]#2", "[discriminator]#3", "[discriminator]#4");
        assertThat(new Cycle(4).updates(Player.DISCRIMINATOR, 10)).isEqualTo(40);
        assertThat(new Cycle(4).updates(Player.GENERATOR, 10)).isEqualTo(10);
    }

    @Test
    void a_warm_up_counts_no_update_of_the_generator_in_its_steps() {
        Schedule schedule = new WarmUp(3, new Algorithm1(5));
        assertThat(schedule.turns()).isEqualTo(new Algorithm1(5).turns());
        // D: 5 a step from the first on; G: 1 a step from the fourth on.
        assertThat(schedule.updates(Player.DISCRIMINATOR, 2)).isEqualTo(10);
        assertThat(schedule.updates(Player.DISCRIMINATOR, 10)).isEqualTo(50);
        assertThat(schedule.updates(Player.GENERATOR, 3)).isZero();
        assertThat(schedule.updates(Player.GENERATOR, 10)).isEqualTo(7);
        assertThat(schedule.stepsUntilChange(0)).isEqualTo(3);
        assertThat(schedule.stepsUntilChange(2)).isEqualTo(1);
        assertThat(schedule.stepsUntilChange(3)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void warm_ups_of_warm_ups_follow_each_other() {
        Schedule twice = new WarmUp(3, new WarmUp(4, new Simultaneous()));
        assertThat(twice.updates(Player.GENERATOR, 7)).isZero();
        assertThat(twice.updates(Player.GENERATOR, 8)).isEqualTo(1);
    }

    @Test
    void a_warm_up_reads_as_pseudo_code() {
        assertThat(new WarmUp(100, new Algorithm1(2)).pseudoCode()).isEqualTo("""
            repeat
              2 times: update the discriminator from a fresh batch
              update the generator (after 100 steps) from a fresh batch
            """);
        assertThat(new WarmUp(100, new Simultaneous()).pseudoCode())
                .contains("  update the discriminator and the generator (after 100 steps) together, at the same");
        assertThat(new WarmUp(0, new Simultaneous()).pseudoCode()).isEqualTo(new Simultaneous().pseudoCode());
    }

    @Test
    void an_interrupted_game_is_played_by_one_and_then_the_other_alone() {
        Schedule schedule = new InterruptedAlgorithm1(5, 3, 2, 4);
        // D: 4 in each step but 8 and 9. G: 1 in each step but 5, 6 and 7.
        assertThat(schedule.updates(Player.DISCRIMINATOR, 8)).isEqualTo(32);
        assertThat(schedule.updates(Player.DISCRIMINATOR, 11)).isEqualTo(36);
        assertThat(schedule.updates(Player.GENERATOR, 7)).isEqualTo(5);
        assertThat(schedule.updates(Player.GENERATOR, 11)).isEqualTo(8);
        assertThat(schedule.changes()).containsExactly(5L, 8L, 10L);
        assertThat(schedule.stepsUntilChange(6)).isEqualTo(2);
        assertThat(schedule.stepsUntilChange(10)).isEqualTo(Long.MAX_VALUE);
        assertThat(schedule.pseudoCode()).isEqualTo("""
            repeat
              4 times: update the discriminator (not from 8 to 10) from a fresh batch
              update the generator (not from 5 to 8) from a fresh batch
            """);
        assertThat(new InterruptedAlgorithm1(5, 0, 0, 1).rests()).isEmpty();
    }

    @Test
    void an_empty_rest_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule.Rest(Player.GENERATOR, 4, 4))
                .withMessageContaining("not from 4 to 4");
    }

    @Test
    void schedules_read_as_pseudo_code() {
        assertThat(new Algorithm1(1).pseudoCode()).isEqualTo("""
            repeat
              update the discriminator from a fresh batch
              update the generator from a fresh batch
            """);
        assertThat(new Algorithm1(5).pseudoCode()).contains("  5 times: update the discriminator from a fresh batch\n");
        assertThat(new Simultaneous().pseudoCode()).isEqualTo("""
            repeat
              update the discriminator and the generator together, at the same parameters, from a fresh batch
            """);
        Schedule reusing = () -> List.of(new Turn(List.of(Player.GENERATOR), 2, Turn.Batch.REUSED));
        assertThat(reusing.pseudoCode()).contains("  2 times: update the generator from the batch before\n");
    }

    @Test
    void an_empty_turn_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Turn(List.of(), 1, Turn.Batch.FRESH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Turn(List.of(Player.GENERATOR), 0, Turn.Batch.FRESH))
                .withMessageContaining("[generator] × 0");
    }
}
