package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.standard.schedule.Algorithm1;
import org.gan4j.standard.schedule.Simultaneous;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scalars that losses and terms keep between updates. */
@Tag("tensorflow")
class KeptScalarsTest {
    @TempDir
    Path folder;

    /** D pays its number of updates so far; G pays ten times that of D, and counts its own. Logits count for nothing. */
    record Counting() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            Expr<T> made = d.memory().get("made", 0);
            d.memory().set("made", made.plus(1));
            return nothing(d).plus(made);
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            d.memory().set("own", d.memory().get("own", 5).plus(1));
            return nothing(d).plus(d.memory().get("made", 0).times(10));
        }

        private static <T> Expr<T> nothing(Scores<T> d) {
            return d.real().mean().plus(d.fake().mean()).times(0);
        }
    }

    /** Doubles what it keeps at each of D's updates that it counts in. */
    record Doubling(int interval) implements Term {
        @Override
        public List<Player> players() {
            return List.of(Player.DISCRIMINATOR);
        }

        @Override
        public double weight() {
            return 1;
        }

        @Override
        public <T> Expr<T> value(Step<T> step) {
            Expr<T> power = step.memory().get("power", 1);
            step.memory().set("power", power.times(2));
            step.objective(Player.GENERATOR);
            return power.times(0);
        }
    }

    private static ExperimentBuilder counting() {
        return Experiments.ring().loss(new Counting()).optimizer(new Sgd(0, 1, 0));
    }

    @Test
    void an_objective_reads_the_value_before_the_update_and_reports_the_one_after() {
        try (TensorFlowRun run = Experiments.open(counting().schedule(new Algorithm1(2)))) {
            Map<String, Double> first = run.advance(1);
            // D's updates read 0 and 1 and set 1 and 2; G's then reads 2, and sets 6.
            assertThat(first.get("loss/d")).isCloseTo(0.5, within(1e-6));
            assertThat(first.get("state/made")).isCloseTo(1.5, within(1e-6));
            assertThat(first.get("loss/g")).isCloseTo(20, within(1e-6));
            assertThat(first.get("state/own")).isCloseTo(6, within(1e-6));
            assertThat(run.advance(1).get("state/made")).isCloseTo(3.5, within(1e-6));
        }
    }

    @Test
    void players_that_move_together_read_the_same() {
        try (TensorFlowRun run = Experiments.open(counting().schedule(new Simultaneous()))) {
            run.advance(3);
            Map<String, Double> fourth = run.advance(1);
            assertThat(fourth.get("loss/d")).isCloseTo(3, within(1e-6));
            assertThat(fourth.get("loss/g")).isCloseTo(30, within(1e-6));
            assertThat(fourth.get("state/own")).isCloseTo(9, within(1e-6));
        }
    }

    @Test
    void a_term_keeps_values_of_its_own_and_only_in_the_updates_that_it_counts_in() {
        try (TensorFlowRun run = Experiments.open(counting().addTerm(new Doubling(3)))) {
            // Of the updates 0 to 3, the term counts in 0 and 3.
            Map<String, Double> means = run.advance(4);
            assertThat(means.get("state/doubling.power")).isCloseTo((2 + 4) / 2.0, within(1e-6));
            // The term asks for the generator's objective in updates of D, which must not set the generator's value.
            assertThat(means.get("state/own")).isCloseTo((6 + 7 + 8 + 9) / 4.0, within(1e-6));
        }
    }

    @Test
    void probes_change_nothing() {
        try (TensorFlowRun run = Experiments.open(counting().probes(new Counting()))) {
            run.advance(2);
            run.probe();
            run.probe();
            assertThat(run.advance(1).get("state/own")).isCloseTo(8, within(1e-6));
        }
    }

    @Test
    void values_are_saved_and_restored() {
        ExperimentBuilder experiment = counting().addTerm(new Doubling(2));
        try (TensorFlowRun straight = Experiments.open(experiment);
                TensorFlowRun resumed = Experiments.open(experiment)) {
            straight.advance(3);
            straight.save(folder);
            Map<String, Double> expected = straight.advance(4);
            resumed.restore(folder);
            assertThat(resumed.advance(4)).isEqualTo(expected).containsKeys("state/made", "state/doubling.power");
        }
    }

    @Test
    void one_name_has_one_first_value() {
        Loss torn = new Loss() {
            @Override
            public <T> Expr<T> discriminator(Scores<T> d) {
                return d.memory().get("k", 0).plus(d.real().plus(d.fake()).mean());
            }

            @Override
            public <T> Expr<T> generator(Scores<T> d) {
                return d.memory().get("k", 1).plus(d.fake().mean());
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Experiments.open(Experiments.ring().loss(torn)))
                .withMessageContaining("kept as k begins with 0.0 and is asked for with 1.0");
    }
}
