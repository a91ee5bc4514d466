package org.gan4j.tensorflow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.train.Player.DISCRIMINATOR;
import static org.gan4j.api.train.Player.GENERATOR;
import static org.gan4j.tensorflow.plan.Update.Draw.APART;
import static org.gan4j.tensorflow.plan.Update.Draw.LAST;
import static org.gan4j.tensorflow.plan.Update.Draw.NEXT;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;
import org.gan4j.api.train.Turn;
import org.gan4j.standard.schedule.Algorithm1;
import org.gan4j.standard.schedule.InterruptedAlgorithm1;
import org.gan4j.standard.schedule.Simultaneous;
import org.gan4j.standard.schedule.WarmUp;
import org.junit.jupiter.api.Test;

class PlanTest {
    record Every(Player player, int interval) implements Term {
        @Override
        public List<Player> players() {
            return List.of(player);
        }

        @Override
        public double weight() {
            return 1;
        }

        @Override
        public <T> Expr<T> value(Step<T> step) {
            return step.apply(player, step.feed("latent"));
        }
    }

    private static List<Term> terms(Update update) {
        return update.addends().stream().map(Update.Addend::term).toList();
    }

    record Turns(List<Turn> turns) implements Schedule {}

    @Test
    void algorithm_1_draws_k_batches_for_the_discriminator_and_one_for_the_generator() {
        UpdatePlan plan = new UpdatePlan(new Algorithm1(3), List.of());
        Update d = new Update(List.of(DISCRIMINATOR), DISCRIMINATOR, NEXT, List.of());
        Update g = new Update(List.of(GENERATOR), GENERATOR, NEXT, List.of());
        assertThat(plan.step(0)).containsExactly(d, d, d, g);
        assertThat(plan.distinct()).containsExactly(d, g);
        assertThat(plan.draws(DISCRIMINATOR, 7)).isEqualTo(3 * 7);
        assertThat(plan.draws(GENERATOR, 7)).isEqualTo(7);
    }

    @Test
    void a_reused_batch_is_that_of_the_last_turn_that_drew_one_also_across_the_end_of_a_step() {
        Turn fresh = new Turn(List.of(DISCRIMINATOR), 1, Turn.Batch.FRESH);
        Turn reused = new Turn(List.of(GENERATOR), 2, Turn.Batch.REUSED);
        Update g = new Update(List.of(GENERATOR), DISCRIMINATOR, LAST, List.of());
        assertThat(new UpdatePlan(new Turns(List.of(fresh, reused)), List.of())
                        .step(0)
                        .subList(1, 3))
                .containsExactly(g, g);
        assertThat(new UpdatePlan(new Turns(List.of(reused, fresh)), List.of())
                        .step(0)
                        .subList(0, 2))
                .containsExactly(g, g);
    }

    @Test
    void a_generator_that_rests_at_first_makes_and_draws_nothing_then() {
        UpdatePlan plan = new UpdatePlan(new WarmUp(2, new Algorithm1(1)), List.of());
        Update d = new Update(List.of(DISCRIMINATOR), DISCRIMINATOR, NEXT, List.of());
        Update g = new Update(List.of(GENERATOR), GENERATOR, NEXT, List.of());
        assertThat(plan.step(0)).containsExactly(d);
        assertThat(plan.step(1)).containsExactly(d);
        assertThat(plan.step(2)).containsExactly(d, g);
        assertThat(plan.distinct()).containsExactly(d, g);
        assertThat(plan.draws(DISCRIMINATOR, 5)).isEqualTo(5);
        assertThat(plan.draws(GENERATOR, 5)).isEqualTo(3);
    }

    @Test
    void a_turn_of_both_is_made_by_who_is_awake_on_the_same_draws() {
        UpdatePlan plan = new UpdatePlan(new WarmUp(2, new Simultaneous()), List.of());
        Update alone = new Update(List.of(DISCRIMINATOR), DISCRIMINATOR, NEXT, List.of());
        Update both = new Update(List.of(DISCRIMINATOR, GENERATOR), DISCRIMINATOR, NEXT, List.of());
        assertThat(plan.step(1)).containsExactly(alone);
        assertThat(plan.step(2)).containsExactly(both);
        assertThat(plan.distinct()).containsExactly(alone, both);
        assertThat(plan.draws(DISCRIMINATOR, 5)).isEqualTo(5);
    }

    @Test
    void terms_count_the_updates_of_their_player_also_after_a_rest() {
        Term seldom = new Every(GENERATOR, 3);
        UpdatePlan plan = new UpdatePlan(new WarmUp(2, new Algorithm1(1)), List.of(seldom));
        // G's updates 0, 1, 2, 3 are made in the steps 2, 3, 4, 5.
        assertThat(plan.step(2).get(1).terms(GENERATOR)).containsExactly(seldom);
        assertThat(plan.step(3).get(1).terms(GENERATOR)).isEmpty();
        assertThat(plan.step(4).get(1).terms(GENERATOR)).isEmpty();
        assertThat(plan.step(5).get(1).terms(GENERATOR)).containsExactly(seldom);
        assertThat(plan.distinct()).hasSize(3);
    }

    @Test
    void a_batch_that_a_resting_player_would_have_drawn_cannot_be_reused() {
        Turn fresh = new Turn(List.of(GENERATOR), 1, Turn.Batch.FRESH);
        Turn reused = new Turn(List.of(DISCRIMINATOR), 1, Turn.Batch.REUSED);
        assertThatThrownBy(() -> new UpdatePlan(new WarmUp(2, new Turns(List.of(fresh, reused))), List.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("turn 2 of it reuses a batch that nobody draws in the first 2 steps");
        Turn first = new Turn(List.of(DISCRIMINATOR), 1, Turn.Batch.FRESH);
        Turn again = new Turn(List.of(GENERATOR), 1, Turn.Batch.REUSED);
        assertThat(new UpdatePlan(new WarmUp(2, new Turns(List.of(first, again))), List.of()).step(2))
                .hasSize(2);
    }

    @Test
    void a_schedule_that_never_draws_a_batch_is_refused() {
        Turn reused = new Turn(List.of(GENERATOR), 1, Turn.Batch.REUSED);
        assertThatThrownBy(() -> new UpdatePlan(new Turns(List.of(reused)), List.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("at least one must use a fresh one");
    }

    @Test
    void a_term_counts_at_every_interval_th_update_of_its_player_from_the_first_on() {
        Term often = new Every(DISCRIMINATOR, 2);
        Term seldom = new Every(GENERATOR, 3);
        UpdatePlan plan = new UpdatePlan(new Algorithm1(3), List.of(often, seldom));
        // D's updates are 0 1 2 | 3 4 5 | 6 …, of which the even ones count; G's are 0 | 1 | 2 | 3 …, of which every
        // third counts.
        assertThat(plan.step(0).stream().map(PlanTest::terms))
                .containsExactly(List.of(often), List.of(), List.of(often), List.of(seldom));
        assertThat(plan.step(1).stream().map(PlanTest::terms))
                .containsExactly(List.of(), List.of(often), List.of(), List.of());
        assertThat(plan.step(3).stream().map(PlanTest::terms))
                .containsExactly(List.of(), List.of(often), List.of(), List.of(seldom));
        assertThat(plan.distinct()).hasSize(4);
    }

    @Test
    void a_term_of_both_players_counts_at_the_interval_of_each() {
        record Both() implements Term {
            @Override
            public List<Player> players() {
                return List.of(DISCRIMINATOR, GENERATOR);
            }

            @Override
            public double weight() {
                return 1;
            }

            @Override
            public int interval() {
                return 2;
            }

            @Override
            public <T> Expr<T> value(Step<T> step) {
                return step.objective(step.player());
            }
        }
        Term both = new Both();
        UpdatePlan plan = new UpdatePlan(new WarmUp(1, new Simultaneous()), List.of(both));
        // D's updates 0, 1, 2 are made in the steps 0, 1, 2; G's first one in step 1.
        assertThat(plan.step(0).get(0).addends()).containsExactly(new Update.Addend(DISCRIMINATOR, both));
        assertThat(plan.step(1).get(0).addends()).containsExactly(new Update.Addend(GENERATOR, both));
        assertThat(plan.step(2).get(0).terms(DISCRIMINATOR)).containsExactly(both);
        assertThat(plan.step(2).get(0).terms(GENERATOR)).isEmpty();
    }

    @Test
    void intervals_that_hardly_ever_meet_are_refused() {
        List<Term> terms = List.of(new Every(DISCRIMINATOR, 997), new Every(DISCRIMINATOR, 991));
        assertThatThrownBy(() -> new UpdatePlan(new Algorithm1(1), terms))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("only every 988027 updates");
    }

    @Test
    void a_rest_in_the_middle_leaves_out_turns_and_draws() {
        Term seldom = new Every(GENERATOR, 3);
        UpdatePlan plan = new UpdatePlan(new InterruptedAlgorithm1(2, 2, 1, 2), List.of(seldom));
        Update d = new Update(List.of(DISCRIMINATOR), DISCRIMINATOR, NEXT, List.of());
        Update g = new Update(List.of(GENERATOR), GENERATOR, NEXT, List.of());
        Update third = new Update(List.of(GENERATOR), GENERATOR, NEXT, List.of(new Update.Addend(GENERATOR, seldom)));
        // G's updates are number 0 in step 0, 1 in step 1, 2 in step 4, 3 in step 5; every third counts the term.
        assertThat(plan.step(0)).containsExactly(d, d, third);
        assertThat(plan.step(1)).containsExactly(d, d, g);
        assertThat(plan.step(3)).containsExactly(d, d);
        assertThat(plan.step(4)).containsExactly(g);
        assertThat(plan.step(5)).containsExactly(d, d, third);
        assertThat(plan.distinct()).containsExactlyInAnyOrder(d, g, third);
        // D: 2 a step but in step 4. G: 1 in the steps 0, 1, 4, 5.
        assertThat(plan.draws(DISCRIMINATOR, 6)).isEqualTo(10);
        assertThat(plan.draws(GENERATOR, 6)).isEqualTo(4);
    }

    /** The schedule's turns move both players together; the term counts in G's updates 0, 3, 6, …. */
    @Test
    void an_update_alone_is_of_one_player_from_a_batch_of_its_own() {
        Term seldom = new Every(GENERATOR, 3);
        UpdatePlan plan = new UpdatePlan(new Simultaneous(), List.of(seldom));

        assertThat(plan.alone(GENERATOR, 3))
                .isEqualTo(new Update(
                        List.of(GENERATOR), GENERATOR, APART, List.of(new Update.Addend(GENERATOR, seldom))));
        assertThat(plan.alone(GENERATOR, 4)).isEqualTo(new Update(List.of(GENERATOR), GENERATOR, APART, List.of()));
        assertThat(plan.alone(DISCRIMINATOR, 3))
                .isEqualTo(new Update(List.of(DISCRIMINATOR), DISCRIMINATOR, APART, List.of()));
    }
}
