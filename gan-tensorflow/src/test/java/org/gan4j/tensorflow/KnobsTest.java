package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Dataset;
import org.gan4j.api.Loss;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.run.WeightDigest;
import org.gan4j.losses.Blend;
import org.gan4j.losses.LazyAdversary;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.ThresholdedLoss;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.Dropout;
import org.gan4j.standard.layer.GaussianNoise;
import org.gan4j.standard.layer.activation.Identity;
import org.gan4j.standard.layer.activation.LeakyRelu;
import org.gan4j.standard.layer.activation.Relu;
import org.gan4j.standard.net.InstanceNoise;
import org.gan4j.standard.net.MaxoutDiscriminator;
import org.gan4j.standard.net.MlpDiscriminator;
import org.gan4j.standard.net.MlpGenerator;
import org.gan4j.standard.net.NoDropoutForGenerator;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.standard.schedule.Simultaneous;
import org.gan4j.standard.term.GradientScale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the knobs of the published code among losses, nets and terms: each one's effect on an update, and no effect while it is off.
 */
@Tag("tensorflow")
class KnobsTest {
    private static final int STEPS = 12;

    private static String weights(ExperimentBuilder experiment) {
        try (TensorFlowRun run = Experiments.open(experiment)) {
            assertThat(run.advance(STEPS).values()).allMatch(Double::isFinite);
            return WeightDigest.sha256(run.weights());
        }
    }

    private static Map<String, Double> firstSignals(ExperimentBuilder experiment) {
        try (TensorFlowRun run =
                Experiments.open(experiment.schedule(new Simultaneous()).optimizer(new Sgd(0, 1, 0)))) {
            return run.advance(1);
        }
    }

    private static MaxoutDiscriminator maxout(double keep) {
        return new MaxoutDiscriminator(List.of(8, 8), 3, keep, keep, new Normal(0.5));
    }

    @Nested
    class LossesTest {
        private final Loss whole = new NonSaturating(1);

        @Test
        void margins_of_one_half_are_not_felt_and_less_is() {
            String plain = weights(Experiments.ring().loss(whole));
            assertThat(weights(Experiments.ring().loss(new LazyAdversary(whole, 0.5, 0.5))))
                    .isEqualTo(plain);
            assertThat(weights(Experiments.ring().loss(new LazyAdversary(whole, 0, 0))))
                    .isNotEqualTo(plain);
            assertThat(weights(Experiments.ring().loss(new ThresholdedLoss(whole))))
                    .isNotEqualTo(plain);
        }

        @Test
        void a_blend_of_one_objective_alone_is_that_objective() {
            assertThat(weights(Experiments.ring().loss(new Blend(1, 1)))).isEqualTo(weights(Experiments.ring()));
            assertThat(weights(Experiments.ring().loss(new Blend(0.5, 1)))).isNotEqualTo(weights(Experiments.ring()));
        }

        @Test
        void a_thresholded_generator_stands_still_where_all_its_examples_pass() {
            // D = sigmoid(x·0 + 5) takes everything for real.
            ExperimentBuilder fooled = Experiments.ring()
                    .discriminator(new MlpDiscriminator(List.of(), new LeakyRelu(0.2), new Constant(5)))
                    .generator(MlpGenerator.of().withFirstValues(new Constant(0), new Constant(1)))
                    .loss(new ThresholdedLoss(whole));
            assertThat(firstSignals(fooled).get("grad/g")).isZero();
            assertThat(firstSignals(fooled.loss(whole)).get("grad/g")).isPositive();
        }
    }

    @Nested
    class InstanceNoiseTest {
        /** All examples are 0. */
        record Zeros() implements Dataset.Sampler {
            @Override
            public Shape shape() {
                return Shape.of(2);
            }

            @Override
            public <T> Expr<T> draw(Noise<T> noise) {
                return noise.normal(shape()).times(0);
            }
        }

        @Test
        void none_is_not_felt_and_some_is() {
            String plain = weights(Experiments.ring().discriminator(maxout(0.5)));
            assertThat(weights(Experiments.ring().discriminator(new InstanceNoise(0, maxout(0.5)))))
                    .isEqualTo(plain);
            assertThat(weights(Experiments.ring().discriminator(new InstanceNoise(0.1, maxout(0.5)))))
                    .isNotEqualTo(plain);
        }

        @Test
        void it_is_another_for_real_and_generated_examples_and_for_each_update() {
            // Real and generated examples are 0 alike, so that D differs between them by the noise alone.
            ExperimentBuilder still = Experiments.ring()
                    .dataset(new Zeros())
                    .generator(MlpGenerator.of().withFirstValues(new Constant(0), new Constant(0)))
                    .discriminator(
                            new InstanceNoise(1, new MlpDiscriminator(List.of(), new LeakyRelu(0.2), new Constant(1))))
                    .schedule(new Simultaneous())
                    .optimizer(new Sgd(0, 1, 0));
            try (TensorFlowRun run = Experiments.open(still)) {
                Map<String, Double> one = run.advance(1);
                Map<String, Double> other = run.advance(1);
                List<Double> seen =
                        List.of(one.get("d/real"), one.get("d/fake"), other.get("d/real"), other.get("d/fake"));
                assertThat(seen).doesNotHaveDuplicates().doesNotContain(0.5);
                // Outside of training there is none: D(0) = sigmoid(0).
                assertThat(run.score(run.real(3, "look"))).containsOnly(0);
            }
        }
    }

    @Nested
    class NoDropoutForGeneratorTest {
        @Test
        void the_generator_sees_a_discriminator_without_dropout_and_the_discriminator_itself_with() {
            Map<String, Double> with = firstSignals(Experiments.ring().discriminator(maxout(0.5)));
            Map<String, Double> without = firstSignals(Experiments.ring().discriminator(maxout(1)));
            Map<String, Double> knob =
                    firstSignals(Experiments.ring().discriminator(new NoDropoutForGenerator(maxout(0.5))));
            assertThat(knob.get("loss/d")).isEqualTo(with.get("loss/d")).isNotEqualTo(without.get("loss/d"));
            assertThat(knob.get("loss/g"))
                    .isCloseTo(without.get("loss/g"), within(1e-6))
                    .isNotEqualTo(with.get("loss/g"));
            assertThat(knob.get("grad/g")).isCloseTo(without.get("grad/g"), within(1e-5));
        }

        @Test
        void the_gradients_under_other_losses_are_those_that_the_generator_would_follow() {
            ExperimentBuilder experiment = Experiments.ring()
                    .discriminator(new NoDropoutForGenerator(maxout(0.5)))
                    .addProbe(new NonSaturating(1));
            ExperimentBuilder without =
                    Experiments.ring().discriminator(maxout(1)).addProbe(new NonSaturating(1));
            try (TensorFlowRun one = Experiments.open(experiment);
                    TensorFlowRun other = Experiments.open(without)) {
                assertThat(one.probe().get("grad/g.non-saturating"))
                        .isCloseTo(other.probe().get("grad/g.non-saturating"), within(1e-5));
            }
        }

        @Test
        void it_is_not_felt_by_a_discriminator_that_has_none() {
            assertThat(weights(Experiments.ring().discriminator(new NoDropoutForGenerator(maxout(1)))))
                    .isNotEqualTo(weights(Experiments.ring().discriminator(new NoDropoutForGenerator(maxout(0.5)))));
            MlpDiscriminator plain = new MlpDiscriminator(List.of(16), new LeakyRelu(0.2), new Glorot());
            assertThat(weights(Experiments.ring().discriminator(new NoDropoutForGenerator(plain))))
                    .isEqualTo(weights(Experiments.ring().discriminator(plain)));
        }
    }

    @Nested
    class NoiseInsideTheGeneratorTest {
        private ExperimentBuilder with(GaussianNoise before, Dropout inside) {
            return Experiments.ring()
                    .generator(new MlpGenerator(
                            List.of(16), new Relu(), new Identity(), new Glorot(), new Constant(0), before, inside));
        }

        @Test
        void none_is_not_felt_and_some_is() {
            String plain = weights(Experiments.ring());
            assertThat(weights(with(new GaussianNoise(0), new Dropout(1)))).isEqualTo(plain);
            assertThat(weights(with(new GaussianNoise(0), new Dropout(0.5)))).isNotEqualTo(plain);
            assertThat(weights(with(new GaussianNoise(0.1), new Dropout(1)))).isNotEqualTo(plain);
        }

        @Test
        void samples_have_none() {
            try (TensorFlowRun plain = Experiments.open(Experiments.ring());
                    TensorFlowRun noisy = Experiments.open(with(new GaussianNoise(1), new Dropout(0.5)))) {
                FloatTensor z = plain.latent(5, "look");
                assertThat(noisy.generate(z)).isEqualTo(plain.generate(z));
            }
        }
    }

    @Nested
    class GradientScaleTest {
        @Test
        void a_target_of_0_is_not_felt_and_a_high_one_is() {
            String plain = weights(Experiments.ring());
            assertThat(weights(Experiments.ring().addTerm(new GradientScale(0))))
                    .isEqualTo(plain);
            assertThat(weights(Experiments.ring().addTerm(new GradientScale(10))))
                    .isNotEqualTo(plain);
        }

        @Test
        void the_first_update_of_the_generator_is_longer_by_the_factor_that_the_definition_gives() {
            ExperimentBuilder linear = linear();
            float[] first;
            double factor;
            try (TensorFlowRun run = Experiments.open(linear)) {
                FloatTensor[] z = new FloatTensor[1];
                first = run.weights().get("generator.dense1.weights").values();
                float[] w = run.weights().get("discriminator.dense1.weights").values();
                run.watch((update, draws) -> z[0] = draws.get("latent"));
                Path before = folder.resolve("before");
                run.save(before);
                run.advance(1);
                run.restore(before);
                factor = Math.max(1, 0.5 / length(run.score(run.generate(z[0])), w));
            }
            assertThat(factor).isGreaterThan(1.5);
            float[] plain = afterOne(linear);
            float[] scaled = afterOne(linear().addTerm(new GradientScale(0.5)));
            for (int i = 0; i < first.length; i++) {
                double moved = factor * ((double) plain[i] - first[i]);
                assertThat((double) scaled[i] - first[i]).isCloseTo(moved, within(2e-6 + 1e-3 * Math.abs(moved)));
            }
        }

        @TempDir
        Path folder;

        private static ExperimentBuilder linear() {
            return Experiments.ring()
                    .discriminator(new MlpDiscriminator(List.of(), new LeakyRelu(0.2), new Normal(1)))
                    .schedule(new Simultaneous())
                    .optimizer(new Sgd(1, 1, 0));
        }

        private static float[] afterOne(ExperimentBuilder experiment) {
            try (TensorFlowRun run = Experiments.open(experiment)) {
                run.advance(1);
                return run.weights().get("generator.dense1.weights").values();
            }
        }

        /**
         * The gradient ∂/∂x mean(softplus(-a)) for logits a = x·w + b: the row of an example is -(1 - sigmoid(a))/n ·
         * w.
         */
        private static double length(float[] logits, float[] w) {
            double sum = 0;
            for (float a : logits) {
                for (float part : w) {
                    sum += Math.pow(part / (1 + Math.exp(a)) / logits.length, 2);
                }
            }
            return Math.sqrt(sum);
        }
    }
}
