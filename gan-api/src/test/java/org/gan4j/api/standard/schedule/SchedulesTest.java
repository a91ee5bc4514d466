package org.gan4j.api.standard.schedule;

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
