package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.gan4j.api.Loss;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.losses.Minimax;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.relative.Relativistic;
import org.gan4j.losses.value.WassersteinLoss;
import org.gan4j.standard.net.MlpDiscriminator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A discriminator without hidden layers has the logit a = w·x + b, so the slope of a mean of f(a) at x is f'(a)·w / n. */
@Tag("tensorflow")
class SampleGradientsTest {
    private static final int COUNT = 7;

    /** L_G is the mean of -softplus(a), whose slope by a is -sigmoid(a). */
    @Test
    void minimax_pushes_least_where_the_discriminator_is_sure() {
        check(new Minimax(1), (real, logit) -> -1 / (1 + Math.exp(-logit)));
    }

    /** L_G is the mean of softplus(-a), whose slope by a is -sigmoid(-a). */
    @Test
    void non_saturating_pushes_most_where_the_discriminator_is_sure() {
        check(new NonSaturating(1), (real, logit) -> -1 / (1 + Math.exp(logit)));
    }

    /** L_G is the mean of -a. */
    @Test
    void wasserstein_pushes_everywhere_alike() {
        check(new WassersteinLoss(), (real, logit) -> -1);
    }

    /** L_G is the mean of softplus(r - a) over pairs, where r is the logit of the real example; its slope by a is -sigmoid(r - a). */
    @Test
    void a_relativistic_loss_compares_each_example_with_its_real_one() {
        check(new Relativistic(), (real, logit) -> -1 / (1 + Math.exp(logit - real)));
    }

    private static void check(Loss loss, DoubleBinaryOperator slope) {
        try (TensorFlowRun run = Experiments.open(Experiments.ring().loss(loss).discriminator(MlpDiscriminator.of()))) {
            run.advance(20);
            FloatTensor fake = run.generate(run.latent(COUNT, "z"));
            float[] w = run.weights().entrySet().stream()
                    .filter(weight -> weight.getKey().startsWith("discriminator")
                            && weight.getValue().shape().rank() == 2)
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .values();
            FloatTensor real = run.real(COUNT, "x");
            float[] logits = run.score(fake);
            float[] realLogits = run.score(real);

            float[] found = run.sampleGradient(real, fake).values();

            assertThat(w).hasSize(2);
            assertThat(found).hasSize(2 * COUNT);
            for (int i = 0; i < found.length; i++) {
                double expected = slope.applyAsDouble(realLogits[i / 2], logits[i / 2]) * w[i % 2] / COUNT;
                assertThat((double) found[i]).isCloseTo(expected, within(1e-6 * Math.abs(expected) + 1e-9));
            }
        }
    }

    @Test
    void asking_changes_nothing() {
        FloatTensor expected;
        try (TensorFlowRun run = Experiments.open(Experiments.ring())) {
            run.advance(4);
            expected = run.generate(run.latent(3, "z"));
        }
        try (TensorFlowRun run = Experiments.open(Experiments.ring())) {
            run.advance(2);
            run.sampleGradient(run.real(3, "x"), run.generate(run.latent(3, "z")));
            run.advance(2);
            assertThat(run.generate(run.latent(3, "z"))).isEqualTo(expected);
        }
    }
}
