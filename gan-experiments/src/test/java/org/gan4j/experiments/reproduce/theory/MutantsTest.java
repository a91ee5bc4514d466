package org.gan4j.experiments.reproduce.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.experiments.reproduce.theory.Mutants.broken;

import org.gan4j.api.train.Schedule;
import org.gan4j.experiments.reproduce.theory.setting.Game;
import org.gan4j.experiments.reproduce.theory.setting.NormalPair;
import org.gan4j.experiments.reproduce.theory.setting.TheoryParts;
import org.gan4j.experiments.reproduce.theory.setting.TrainedDiscriminator;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each mistake breaks the line that is about it; without it all lines pass, as the other tests of this package show. */
class MutantsTest {
    private static final long SEED = 7;

    private final TheoryParts right = TheoryParts.of(Extensions.onClassPath());
    private final NormalPair pair = new NormalPair(0.5, 1);

    private TheoryParts learning(Schedule schedule) {
        return new TheoryParts(right.extensions(), right.minimax(), right.nonSaturating(), schedule);
    }

    /**
     * With the label 0.9 the discriminator maximises 0.9·p·log D + (0.1·p + q)·log(1 - D), which is greatest at D = 0.9·p/(p + q):
     * 0.45 instead of 1/2 where p = q.
     */
    @Test
    void a_smoothed_real_label_moves_the_optimum_from_one_half() {
        TheoryParts parts = new TheoryParts(
                right.extensions(),
                new Mutants.SmoothedRealLabel(right.minimax()),
                right.nonSaturating(),
                right.learning());
        Statement lemma = new Lemma(Game.of(parts.minimax()), SEED).statement();
        assertThat(lemma.laws().get(0).law()).isEqualTo("the place of the maximum for a = 1.000, b = 1.000");
        assertThat(lemma.laws())
                .allSatisfy(law -> assertThat(law.passed()).isFalse())
                .allSatisfy(law -> assertThat(law.measured()).isCloseTo(0.9 * law.expected(), within(1e-9)));
        // The generator's part is as it was, and so are its slopes.
        assertThat(broken(new GeneratorGradients(pair, parts, SEED).statement()))
                .isEmpty();
    }

    /**
     * At a = -20, D = 2e-9 lies under the clamp, whose slope is 0: the generator learns nothing just where the loss was made to
     * teach it, with a slope of -(1 - D) = -1. For this pair the logits stay above 0.125 - 0.5·9.5 wherever quadrature looks, so
     * the other lines do not see it.
     */
    @Test
    void the_log_of_a_clamped_probability_has_no_slope_where_the_discriminator_is_sure() {
        TheoryParts parts = new TheoryParts(
                right.extensions(), right.minimax(), new Mutants.LogOfClamped(right.nonSaturating()), right.learning());
        Statement gradients = new GeneratorGradients(pair, parts, SEED).statement();
        assertThat(broken(gradients)).containsExactly("non-saturating's slope by the logit where D is sure, a = -20");
        assertThat(gradients.laws().get(gradients.laws().size() - 1).measured()).isZero();
    }

    /**
     * The generator then climbs V: its gradient is -∂(2·JSD), and the sum of both losses' is ∂KL - 4·JSD' instead of ∂KL. In function
     * space p_g is multiplied by 1 - D* = q/(p + q), large where p_g is too large already, so C(G) rises and p_g runs away.
     */
    @Test
    void a_flipped_sign_of_minimax_climbs_the_criterion() {
        TheoryParts parts = new TheoryParts(
                right.extensions(), new Mutants.FlippedSign(right.minimax()), right.nonSaturating(), right.learning());
        assertThat(broken(new GeneratorGradients(pair, parts, SEED).statement()))
                .containsExactly(
                        "minimax's gradient by mean at D*",
                        "the sum of both by mean at D*",
                        "the sum of both by mean at D*, from 100000 draws",
                        "minimax's gradient by sd at D*",
                        "the sum of both by sd at D*",
                        "the sum of both by sd at D*, from 100000 draws",
                        "minimax's slope by the logit where D is sure, a = -20");
        assertThat(broken(new PropositionTwo(parts, SEED).statement()))
                .containsExactly(
                        "cases, of 300, where the generator's gradient at D* is not a gradient of the supremum",
                        "descent in function space under minimax: steps, of 40, that raise C(G)",
                        "descent in function space under minimax: where it ends");
        // The discriminator's part is as it was.
        assertThat(broken(new Lemma(Game.of(parts.minimax()), SEED).statement()))
                .isEmpty();
        assertThat(broken(new TheoremOne(pair, parts, SEED).statement())).isEmpty();
    }

    /**
     * Trained on 256 + 256 examples over and over, the net learns these examples: the logit's error is of the order of
     * √(weights in use / examples), and D is off by far more than on fresh batches.
     */
    @Test
    @Tag("tensorflow")
    void one_batch_shared_by_all_updates_is_learned_by_heart() {
        TheoryParts parts = learning(new Mutants.SharedBatch(4000));
        try (TrainedDiscriminator trained = TrainedDiscriminator.against(pair, parts, SEED)) {
            assertThat(broken(new PropositionOne(pair, parts, SEED).statement(trained)))
                    .containsExactly("a net of two hidden layers, trained by the backend");
        }
    }

    /**
     * What has never learned says what its first weights say. Against equals its gain is then -E[a²]/4 for small logits a instead of
     * 0, and otherwise it has nothing to do with 2·JSD, which is 0.06 here.
     */
    @Test
    @Tag("tensorflow")
    void a_frozen_discriminator_is_not_the_best_one() {
        TheoryParts parts = learning(new Mutants.Frozen());
        try (TrainedDiscriminator trained = TrainedDiscriminator.against(pair, parts, SEED);
                TrainedDiscriminator other = TrainedDiscriminator.against(new NormalPair(0, 1), parts, SEED)) {
            assertThat(broken(new PropositionOne(pair, parts, SEED).statement(trained)))
                    .containsExactly("a net of two hidden layers, trained by the backend");
            assertThat(broken(new EndState(pair, parts, SEED).statement(trained, other)))
                    .containsExactly(
                            "a fresh discriminator's gain over a blind one, for p_g = p_data",
                            "a fresh discriminator's gain over a blind one, for p_g = N(mean, sd²)");
        }
    }
}
