package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.activation.LeakyRelu;
import org.gan4j.standard.layer.activation.Tanh;
import org.gan4j.standard.net.MlpDiscriminator;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.standard.schedule.Simultaneous;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests further addends of an objective. */
@Tag("tensorflow")
class TermsTest {
    /** weight · 2 every so many updates of the generator. */
    record Two(double weight, int interval) implements Term {
        @Override
        public List<Player> players() {
            return List.of(Player.GENERATOR);
        }

        @Override
        public <T> Expr<T> value(Step<T> step) {
            return step.get(Signal.FAKE).mean().times(0).plus(2);
        }
    }

    /** Squared length of D's slope by its input, at real examples (Mescheder et al. 2018, arXiv:1801.04406, R1). */
    record SlopeAtReal(double weight) implements Term {
        @Override
        public List<Player> players() {
            return List.of(Player.DISCRIMINATOR);
        }

        @Override
        public <T> Expr<T> value(Step<T> step) {
            Expr<T> logits = step.get(Signal.score(Signal.REAL));
            return step.gradient(logits.sum(), step.get(Signal.REAL))
                    .square()
                    .sum(1)
                    .mean();
        }
    }

    /** The same between real and generated examples, so that it needs noise and a pass of its own. */
    record SlopeBetween(double weight) implements Term {
        @Override
        public List<Player> players() {
            return List.of(Player.DISCRIMINATOR);
        }

        @Override
        public <T> Expr<T> value(Step<T> step) {
            Signal between = Signal.mix(Signal.REAL, Signal.FAKE);
            return step.gradient(step.get(Signal.score(between)).sum(), step.get(between))
                    .square()
                    .sum(1)
                    .mean();
        }
    }

    @Test
    void a_term_adds_its_weight_times_its_value_to_its_players_objective() {
        ExperimentBuilder still = Experiments.ring().optimizer(new Sgd(0, 1, 0));
        try (TensorFlowRun plain = Experiments.open(still);
                TensorFlowRun more = Experiments.open(
                        Experiments.ring().optimizer(new Sgd(0, 1, 0)).addTerm(new Two(0.25, 1)))) {
            Map<String, Double> without = plain.advance(1);
            Map<String, Double> with = more.advance(1);
            assertThat(with.get("loss/g")).isCloseTo(without.get("loss/g") + 0.25 * 2, within(1e-6));
            assertThat(with.get("loss/d")).isEqualTo(without.get("loss/d"));
        }
    }

    @Test
    void a_term_with_an_interval_counts_at_every_so_many_updates() {
        try (TensorFlowRun plain = Experiments.open(Experiments.ring().optimizer(new Sgd(0, 1, 0)));
                TensorFlowRun more = Experiments.open(
                        Experiments.ring().optimizer(new Sgd(0, 1, 0)).addTerm(new Two(0.25, 3)))) {
            // Of the updates 0 to 6 of the generator, 0, 3 and 6 have the term.
            for (int update = 0; update < 7; update++) {
                double added = update % 3 == 0 ? 0.5 : 0;
                assertThat(more.advance(1).get("loss/g"))
                        .isCloseTo(plain.advance(1).get("loss/g") + added, within(1e-6));
            }
        }
    }

    @Test
    void a_term_may_differentiate_the_discriminator_by_its_input_and_be_differentiated_again() {
        for (Term term : List.of(new SlopeAtReal(5), new SlopeBetween(5))) {
            try (TensorFlowRun plain = Experiments.open(linear());
                    TensorFlowRun flat = Experiments.open(linear().addTerm(term))) {
                float[] first =
                        plain.weights().get("discriminator.dense1.weights").values();
                plain.advance(1);
                flat.advance(1);
                // D(x) = x·w + b has the slope w everywhere, so the term is 5·|w|² and moves w by -0.01 · 10·w more.
                float[] without =
                        plain.weights().get("discriminator.dense1.weights").values();
                float[] with =
                        flat.weights().get("discriminator.dense1.weights").values();
                for (int i = 0; i < first.length; i++) {
                    assertThat(with[i]).isCloseTo(without[i] - 0.01f * 10 * first[i], within(1e-6f));
                }
            }
        }
    }

    private static ExperimentBuilder linear() {
        return Experiments.ring()
                .discriminator(new MlpDiscriminator(List.of(), new LeakyRelu(0.2), new Normal(1)))
                .optimizer(new Sgd(0.01, 1, 0))
                .schedule(new Simultaneous());
    }

    @Test
    void leaky_rectifiers_have_the_second_derivatives_that_such_a_term_needs() {
        ExperimentBuilder leaky = Experiments.ring()
                .discriminator(new MlpDiscriminator(List.of(8), new LeakyRelu(0.2), new Normal(1)))
                .addTerm(new SlopeAtReal(5));
        try (TensorFlowRun run = Experiments.open(leaky)) {
            assertThat(run.advance(20).values()).allMatch(Double::isFinite);
        }
    }

    /** TensorFlow differentiates a hyperbolic tangent once; the second time takes recorded operations. */
    @Test
    void a_hyperbolic_tangent_has_the_second_derivative_that_such_a_term_needs() {
        ExperimentBuilder smooth = Experiments.ring()
                .discriminator(new MlpDiscriminator(List.of(8), new Tanh(), new Normal(1)))
                .addTerm(new SlopeAtReal(5));
        try (TensorFlowRun run = Experiments.open(smooth)) {
            assertThat(run.advance(20).values()).allMatch(Double::isFinite);
        }
    }
}
