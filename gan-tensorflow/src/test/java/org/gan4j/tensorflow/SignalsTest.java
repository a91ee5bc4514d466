package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.assertj.core.data.Offset;
import org.gan4j.api.Dataset;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.run.WeightDigest;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Turn;
import org.gan4j.losses.Minimax;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.value.LeastSquares;
import org.gan4j.losses.value.WassersteinLoss;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.activation.Relu;
import org.gan4j.standard.layer.activation.Tanh;
import org.gan4j.standard.net.MlpDiscriminator;
import org.gan4j.standard.net.MlpGenerator;
import org.gan4j.standard.optimizer.Adam;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.standard.schedule.Simultaneous;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests the numbers that training reports. */
@Tag("tensorflow")
class SignalsTest {
    private static final Offset<Double> CLOSE = within(1e-5);

    private static ExperimentBuilder small() {
        return Experiments.ring().discriminator(new MlpDiscriminator(List.of(5), new Tanh(), new Normal(1)));
    }

    @Test
    void of_a_simultaneous_update_are_those_of_the_exact_computation() {
        ExperimentBuilder experiment = small().schedule(new Simultaneous());
        Exact[] exact = new Exact[1];
        Map<String, Double> signals;
        try (TensorFlowRun run = Experiments.open(experiment)) {
            SortedMap<String, FloatTensor> weights = run.weights();
            run.watch((update, draws) ->
                    exact[0] = new Exact(experiment.build(), weights, draws.get("real"), draws.get("latent")));
            signals = run.advance(1);
        }
        Loss loss = new NonSaturating(1);
        double[] real = exact[0].scores().real().raw().values();
        double[] fake = exact[0].scores().fake().raw().values();
        assertThat(signals.get("loss/d")).isCloseTo(exact[0].objective(Player.DISCRIMINATOR), CLOSE);
        assertThat(signals.get("loss/g")).isCloseTo(exact[0].objective(Player.GENERATOR), CLOSE);
        assertThat(signals.get("d/real")).isCloseTo(mean(probabilities(real)), CLOSE);
        assertThat(signals.get("d/fake")).isCloseTo(mean(probabilities(fake)), CLOSE);
        assertThat(signals.get("value"))
                .isCloseTo(
                        mean(Arrays.stream(probabilities(real)).map(Math::log).toArray())
                                + mean(Arrays.stream(probabilities(fake))
                                        .map(d -> Math.log(1 - d))
                                        .toArray()),
                        CLOSE);
        assertThat(signals.get("d/false-positives"))
                .isCloseTo(Arrays.stream(fake).filter(a -> a > 0).count() / 32.0, CLOSE);
        assertThat(signals.get("d/false-negatives"))
                .isCloseTo(Arrays.stream(real).filter(a -> a < 0).count() / 32.0, CLOSE);
        assertThat(signals.get("grad/d")).isCloseTo(exact[0].gradientNorm(Player.DISCRIMINATOR, loss), CLOSE);
        assertThat(signals.get("grad/g")).isCloseTo(exact[0].gradientNorm(Player.GENERATOR, loss), CLOSE);
        assertThat(signals).hasSize(9);
    }

    /** The logits of one step under a loss, and its signals. */
    private record OneStep(double[] real, double[] fake, Map<String, Double> signals) {
        static OneStep of(Loss loss) {
            ExperimentBuilder experiment = small().schedule(new Simultaneous()).loss(loss);
            Exact[] exact = new Exact[1];
            try (TensorFlowRun run = Experiments.open(experiment)) {
                SortedMap<String, FloatTensor> weights = run.weights();
                run.watch((update, draws) ->
                        exact[0] = new Exact(experiment.build(), weights, draws.get("real"), draws.get("latent")));
                Map<String, Double> signals = run.advance(1);
                return new OneStep(
                        exact[0].scores().real().raw().values(),
                        exact[0].scores().fake().raw().values(),
                        signals);
            }
        }
    }

    @Test
    void are_the_mean_logits_where_only_their_differences_have_a_meaning() {
        OneStep step = OneStep.of(new WassersteinLoss());

        assertThat(step.signals)
                .containsOnlyKeys(
                        "loss/d", "logit/real", "logit/fake", "logit/difference", "grad/d", "loss/g", "grad/g");
        assertThat(step.signals.get("logit/real")).isCloseTo(mean(step.real), CLOSE);
        assertThat(step.signals.get("logit/fake")).isCloseTo(mean(step.fake), CLOSE);
        assertThat(step.signals.get("logit/difference")).isCloseTo(mean(step.real) - mean(step.fake), CLOSE);
        // Of the Wasserstein loss the difference is -L_D.
        assertThat(step.signals.get("loss/d")).isCloseTo(-step.signals.get("logit/difference"), CLOSE);
    }

    @Test
    void count_errors_at_the_boundary_of_a_loss_that_has_one() {
        OneStep step = OneStep.of(new LeastSquares(-0.5, 0.7, 0.7));

        assertThat(step.signals)
                .containsOnlyKeys(
                        "loss/d",
                        "logit/real",
                        "logit/fake",
                        "logit/difference",
                        "d/false-positives",
                        "d/false-negatives",
                        "grad/d",
                        "loss/g",
                        "grad/g");
        // Halfway between the targets.
        assertThat(step.signals.get("d/false-positives"))
                .isCloseTo(Arrays.stream(step.fake).filter(a -> a > 0.1).count() / 32.0, CLOSE);
        assertThat(step.signals.get("d/false-negatives"))
                .isCloseTo(Arrays.stream(step.real).filter(a -> a < 0.1).count() / 32.0, CLOSE);
        assertThat(step.signals.get("d/false-positives"))
                .isNotEqualTo(Arrays.stream(step.fake).filter(a -> a > 0).count() / 32.0);
    }

    @Test
    void are_means_over_the_steps_and_begin_anew_with_each_call() {
        ExperimentBuilder experiment = small();
        try (TensorFlowRun together = Experiments.open(experiment);
                TensorFlowRun apart = Experiments.open(experiment)) {
            Map<String, Double> mean = together.advance(2);
            Map<String, Double> first = apart.advance(1);
            Map<String, Double> second = apart.advance(1);
            mean.forEach((name, value) ->
                    assertThat(value).as(name).isCloseTo((first.get(name) + second.get(name)) / 2, within(1e-12)));
            assertThat(first.get("loss/d")).isNotEqualTo(second.get("loss/d"));
        }
    }

    @Test
    void of_no_steps_are_none() {
        try (TensorFlowRun run = Experiments.open(small())) {
            assertThat(run.advance(0)).isEmpty();
        }
    }

    record Undefined() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.real()
                    .mean()
                    .plus(d.fake().mean())
                    .plus(d.real().constant(-1).log());
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().mean().times(Double.POSITIVE_INFINITY);
        }
    }

    @Test
    void that_are_not_finite_come_out_as_they_are() {
        try (TensorFlowRun run = Experiments.open(small().loss(new Undefined()).optimizer(new Sgd(0, 1, 0)))) {
            Map<String, Double> signals = run.advance(1);
            assertThat(signals.get("loss/d")).isNaN();
            assertThat(signals.get("loss/g")).isInfinite();
            assertThat(signals.get("d/real")).isBetween(0.0, 1.0);
        }
    }

    @Test
    void of_the_probes_are_the_generators_gradients_under_each_loss_on_one_batch() {
        ExperimentBuilder experiment = small().addProbe(new Minimax(1)).addProbe(new NonSaturating(1));
        try (TensorFlowRun run = Experiments.open(experiment)) {
            run.advance(3);
            Map<String, Double> probed = run.probe();
            assertThat(probed)
                    .containsOnlyKeys(
                            "grad/g.minimax",
                            "grad/g-logit.minimax",
                            "grad/g-sample.minimax",
                            "grad/g.non-saturating",
                            "grad/g-logit.non-saturating",
                            "grad/g-sample.non-saturating",
                            "grad/g-cosine.minimax.non-saturating");
            // The slopes of -softplus(a) and softplus(-a) by a logit are -D and -(1 - D), so their means add up to one.
            assertThat(probed.get("grad/g-logit.minimax") + probed.get("grad/g-logit.non-saturating"))
                    .isCloseTo(1, CLOSE);
            assertThat(run.probe()).isEqualTo(probed);
            run.advance(1);
            assertThat(run.probe()).isNotEqualTo(probed);
        }
    }

    /** The generator's objective of minimax, to be maximised. */
    record Again() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return new Minimax(1).discriminator(d);
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return new Minimax(1).generator(d);
        }
    }

    record Backwards() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return new Minimax(1).discriminator(d);
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return new Minimax(1).generator(d).negate();
        }
    }

    /**
     * G gives x = (0.7, 0.7) whatever z, D is a = w·x, so all logits are a = 0.7 (w₁ + w₂). With n examples the slope of each logit
     * is -σ(a)/n under minimax and -(1-σ(a))/n under non-saturating; a sample's gradient is that times w. With respect to the
     * parameters x = Vz + b it is the mean slope times w for b, and for V times w and the mean of z as well: the same direction
     * under each loss, in the ratio of the slopes.
     */
    @Test
    void of_the_probes_have_their_closed_forms_where_both_nets_are_linear() {
        ExperimentBuilder experiment = Experiments.ring()
                .generator(MlpGenerator.of().withFirstValues(new Constant(0), new Constant(0.7)))
                .discriminator(new MlpDiscriminator(List.of(), new Relu(), new Normal(1)))
                .addProbe(new Minimax(1))
                .addProbe(new Again())
                .addProbe(new NonSaturating(1))
                .addProbe(new Backwards());
        try (TensorFlowRun run = Experiments.open(experiment)) {
            double a = run.score(run.generate(run.latent(1, "any")))[0];
            double d = 1 / (1 + Math.exp(-a));
            float[] w = run.weights().entrySet().stream()
                    .filter(weight -> weight.getKey().startsWith("discriminator."))
                    .filter(weight -> weight.getValue().shape().rank() == 2)
                    .map(weight -> weight.getValue().values())
                    .findFirst()
                    .orElseThrow();
            double length = Math.hypot(w[0], w[1]);
            Map<String, Double> probed = run.probe();
            assertThat(a).isCloseTo(0.7 * (w[0] + w[1]), CLOSE);
            assertThat(probed.get("grad/g-logit.minimax")).isCloseTo(d, CLOSE);
            assertThat(probed.get("grad/g-logit.non-saturating")).isCloseTo(1 - d, CLOSE);
            assertThat(probed.get("grad/g-sample.minimax")).isCloseTo(d * length, CLOSE);
            assertThat(probed.get("grad/g-sample.non-saturating")).isCloseTo((1 - d) * length, CLOSE);
            // The bias alone gives d·‖w‖; the mean of 32 draws of z adds a little.
            assertThat(probed.get("grad/g.minimax")).isBetween(d * length, 1.5 * d * length);
            assertThat(probed.get("grad/g.non-saturating") / probed.get("grad/g.minimax"))
                    .isCloseTo((1 - d) / d, CLOSE);
            assertThat(probed.get("grad/g-cosine.minimax.again")).isCloseTo(1, CLOSE);
            assertThat(probed.get("grad/g-cosine.minimax.non-saturating")).isCloseTo(1, CLOSE);
            assertThat(probed.get("grad/g-cosine.non-saturating.backwards")).isCloseTo(-1, CLOSE);
        }
    }

    @Test
    void the_cosine_between_two_losses_is_below_one_where_examples_differ() {
        try (TensorFlowRun run =
                Experiments.open(small().addProbe(new Minimax(1)).addProbe(new NonSaturating(1)))) {
            run.advance(20);
            assertThat(run.probe().get("grad/g-cosine.minimax.non-saturating")).isBetween(-1.0, 0.9999);
        }
    }

    @Test
    void probes_leave_the_training_as_it_is() {
        ExperimentBuilder experiment = small();
        try (TensorFlowRun quiet = Experiments.open(experiment);
                TensorFlowRun probed =
                        Experiments.open(small().addProbe(new Minimax(1)).addProbe(new NonSaturating(1)))) {
            quiet.advance(10);
            for (int i = 0; i < 10; i++) {
                probed.probe();
                probed.advance(1);
            }
            assertThat(WeightDigest.sha256(probed.weights())).isEqualTo(WeightDigest.sha256(quiet.weights()));
        }
    }

    /** Section 3: early in learning, when D rejects samples with confidence, log(1 - D(G(z))) saturates. */
    @Test
    void under_a_discriminator_trained_ahead_minimax_has_a_far_smaller_gradient_than_non_saturating() {
        ExperimentBuilder experiment = small().schedule(
                        () -> List.of(new Turn(List.of(Player.DISCRIMINATOR), 1, Turn.Batch.FRESH)))
                .optimizer(new Adam(0.02, 1, 0, 0.5, 0.999, 1e-8))
                .dataset(new Far())
                .addProbe(new Minimax(1))
                .addProbe(new NonSaturating(1));
        try (TensorFlowRun run = Experiments.open(experiment)) {
            Map<String, Double> signals = run.advance(600);
            assertThat(signals).doesNotContainKey("loss/g");
            Map<String, Double> probed = run.probe();
            assertThat(probed.get("grad/g.non-saturating")).isGreaterThan(100 * probed.get("grad/g.minimax"));
        }
    }

    /** Data that no untrained generator comes near to. */
    record Far() implements Dataset.Sampler {
        @Override
        public Shape shape() {
            return Shape.of(2);
        }

        @Override
        public <T> Expr<T> draw(Noise<T> noise) {
            return noise.normal(shape()).times(0.1).plus(8);
        }
    }

    private static double[] probabilities(double[] logits) {
        return Arrays.stream(logits).map(a -> 1 / (1 + Math.exp(-a))).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
