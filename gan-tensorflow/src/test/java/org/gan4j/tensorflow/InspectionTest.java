package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.run.UpdateValue;
import org.gan4j.api.run.UpdateValue.Kind;
import org.gan4j.api.run.WeightDigest;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.standard.schedule.Algorithm1;
import org.gan4j.standard.schedule.Simultaneous;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests what a run says of its updates, one by one. */
@Tag("tensorflow")
class InspectionTest {
    /** √(2.5 − n) at its nth count, from 0 on: NaN for the first time at the fourth, where n = 3. */
    record Root(double weight) implements Term {
        @Override
        public List<Player> players() {
            return List.of(Player.DISCRIMINATOR);
        }

        @Override
        public <T> Expr<T> value(Step<T> step) {
            Expr<T> count = step.memory().get("count", 0);
            step.memory().set("count", count.plus(1));
            Expr<T> nothing = step.get(Signal.score(Signal.REAL)).mean().times(0);
            return nothing.plus(count.negate().plus(2.5)).sqrt();
        }
    }

    private static UpdateValue firstNonFinite(List<UpdateValue> step) {
        return step.stream().filter(value -> !value.isFinite()).findFirst().orElseThrow();
    }

    private static double size(List<UpdateValue> step, Player player, Kind kind) {
        return step.stream()
                .filter(value -> value.player() == player && value.kind() == kind)
                .findFirst()
                .orElseThrow()
                .size();
    }

    @Test
    void an_inspected_step_trains_to_the_same_bits() {
        for (ExperimentBuilder experiment : List.of(
                Experiments.ring().schedule(new Algorithm1(2)).addTerm(new TermsTest.SlopeBetween(0.1)),
                Experiments.ring().schedule(new Simultaneous()))) {
            try (TensorFlowRun plain = Experiments.open(experiment);
                    TensorFlowRun inspected = Experiments.open(experiment)) {
                plain.advance(5);
                for (int step = 0; step < 5; step++) {
                    inspected.inspectStep();
                }
                assertThat(inspected.step()).isEqualTo(5);
                assertThat(WeightDigest.sha256(inspected.weights())).isEqualTo(WeightDigest.sha256(plain.weights()));
            }
        }
    }

    @Test
    void the_values_are_those_that_the_signals_are_made_of() {
        ExperimentBuilder experiment = Experiments.ring().addTerm(new TermsTest.Two(0.25, 1));
        try (TensorFlowRun plain = Experiments.open(experiment);
                TensorFlowRun inspected = Experiments.open(experiment)) {
            Map<String, Double> signals = plain.advance(1);
            List<UpdateValue> values = inspected.inspectStep();

            double objective = size(values, Player.GENERATOR, Kind.OBJECTIVE);
            assertThat(objective).isCloseTo(signals.get("loss/g"), within(1e-6));
            // The term is 2 and has the weight 0.25.
            assertThat(size(values, Player.GENERATOR, Kind.TERM)).isEqualTo(2);
            assertThat(size(values, Player.GENERATOR, Kind.LOSS)).isCloseTo(objective - 0.5, within(1e-6));
            // The square of a gradient's length is the sum of those of its parts.
            double squares = values.stream()
                    .filter(value -> value.player() == Player.DISCRIMINATOR && value.kind() == Kind.GRADIENT)
                    .mapToDouble(value -> value.size() * value.size())
                    .sum();
            assertThat(Math.sqrt(squares)).isCloseTo(signals.get("grad/d"), within(1e-6));
            assertThat(size(values, Player.DISCRIMINATOR, Kind.LENGTH)).isEqualTo(signals.get("grad/d"));
            // D's update is the first of the step, and G's the second.
            assertThat(values).allMatch(value -> value.update() == (value.player() == Player.DISCRIMINATOR ? 1 : 2));
        }
    }

    @Test
    void the_first_value_that_is_not_finite_is_the_term_that_caused_it() {
        try (TensorFlowRun run = Experiments.open(Experiments.ring().addTerm(new Root(1)))) {
            for (int step = 1; step < 4; step++) {
                assertThat(run.inspectStep()).allMatch(UpdateValue::isFinite);
            }
            UpdateValue first = firstNonFinite(run.inspectStep());
            assertThat(first.kind()).isEqualTo(Kind.TERM);
            assertThat(first.name()).isEqualTo("root");
            assertThat(first.size()).isNaN();
        }
    }

    @Test
    void a_rate_beyond_float32_breaks_a_weight_and_nothing_before() {
        // 1e39 is infinite as float32, whose largest number is 3.4e38; the gradient is finite.
        try (TensorFlowRun run = Experiments.open(Experiments.ring().optimizer(new Sgd(1e39, 1, 0)))) {
            UpdateValue first = firstNonFinite(run.inspectStep());
            assertThat(first.kind()).isEqualTo(Kind.WEIGHT);
            assertThat(first.player()).isEqualTo(Player.DISCRIMINATOR);
            assertThat(first.name()).startsWith("discriminator.");
        }
    }

    /** Leaves weights as they are, and has a slot of (s + 1) · 1e20: 1e20 after one update, and beyond float32 after two. */
    record Growing() implements Optimizer {
        @Override
        public <T> Expr<T> update(Slots<T> slots, Expr<T> parameter, Expr<T> gradient) {
            slots.set("s", slots.get("s").plus(1).times(1e20));
            return parameter;
        }
    }

    @Test
    void a_slot_that_overflows_is_seen_though_no_weight_shows_it() {
        try (TensorFlowRun run = Experiments.open(Experiments.ring().optimizer(new Growing()))) {
            assertThat(run.inspectStep()).allMatch(UpdateValue::isFinite);
            assertThat(run.isFinite()).isTrue();
            UpdateValue first = firstNonFinite(run.inspectStep());
            assertThat(run.isFinite()).isFalse();
            assertThat(first.kind()).isEqualTo(Kind.SLOT);
            assertThat(first.player()).isEqualTo(Player.DISCRIMINATOR);
            assertThat(first.name()).startsWith("discriminator.").endsWith(".s");
            assertThat(run.weights().values()).allMatch(FloatTensor::isFinite);
        }
    }

    @Test
    void what_a_term_keeps_is_among_the_values() {
        try (TensorFlowRun run = Experiments.open(Experiments.ring().addTerm(new Root(1)))) {
            run.inspectStep();
            // The count before the second update is 1, and 2 is kept.
            assertThat(size(run.inspectStep(), Player.DISCRIMINATOR, Kind.KEPT)).isEqualTo(2);
        }
    }

    /** 1e25 times the mean logit of generated examples. */
    record Steep(double weight) implements Term {
        @Override
        public List<Player> players() {
            return List.of(Player.GENERATOR);
        }

        @Override
        public <T> Expr<T> value(Step<T> step) {
            return step.get(Signal.score(Signal.FAKE)).mean().times(1e25);
        }
    }

    @Test
    void the_length_of_a_gradient_overflows_before_the_gradient_does() {
        // Squares of numbers about 1e25 are beyond 3.4e38, and the numbers are not.
        try (TensorFlowRun run = Experiments.open(Experiments.ring().addTerm(new Steep(1)))) {
            UpdateValue first = firstNonFinite(run.inspectStep());
            assertThat(first.kind()).isEqualTo(Kind.LENGTH);
            assertThat(first.player()).isEqualTo(Player.GENERATOR);
        }
    }
}
