package org.gan4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.Loss;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.train.Player;
import org.gan4j.losses.divergence.Divergence;
import org.gan4j.losses.divergence.FDivergence;
import org.gan4j.losses.relative.Cost;
import org.gan4j.losses.relative.Relativistic;
import org.gan4j.losses.relative.RelativisticAverage;
import org.gan4j.losses.value.Hinge;
import org.gan4j.losses.value.LeastSquares;
import org.gan4j.losses.value.Softmax;
import org.gan4j.losses.value.WassersteinLoss;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tests the losses after 2014 on batches that are worked by hand. softplus(log n) = log(1 + n), softplus(-log n) = log(1 + 1/n). */
class VariantsTest {
    private static final double LOG_2 = Math.log(2);
    private static final double LOG_3 = Math.log(3);

    private static double[] logits(double... values) {
        return values;
    }

    private static void assertObjectives(
            Loss loss, double[] real, double[] fake, double discriminator, double generator) {
        assertThat(new Objective(loss, Player.DISCRIMINATOR).value(real, fake))
                .as("L_D of " + loss)
                .isCloseTo(discriminator, within(1e-14));
        assertThat(new Objective(loss, Player.GENERATOR).value(real, fake))
                .as("L_G of " + loss)
                .isCloseTo(generator, within(1e-14));
    }

    @Nested
    class OfValues {
        @Test
        void least_squares_are_halves_of_mean_squares() {
            // ½·mean(2², 0²) + ½·2² and ½·(2 - 1)².
            assertObjectives(new LeastSquares(0, 1, 1), logits(3, 1), logits(2), 3, 0.5);
            // ½·mean(2², 0²) + ½·3² and ½·2².
            assertObjectives(new LeastSquares(-1, 1, 0), logits(3, 1), logits(2), 5.5, 2);
        }

        @Test
        void targets_in_the_wrong_order_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LeastSquares(1, 0, 1))
                    .withMessage("the target b = 0.0 of real examples must be greater than a = 1.0, that of generated"
                            + " ones");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LeastSquares(0, 1, 0.25))
                    .withMessage("the generator's target c = 0.25 must be at least (a + b) / 2 = 0.5, where D cannot"
                            + " tell");
        }

        @Test
        void wasserstein_is_the_difference_of_means() {
            assertObjectives(new WassersteinLoss(), logits(1, 3), logits(0, -2), -3, 1);
        }

        @Test
        void hinge_costs_what_lacks_to_a_margin_of_1() {
            // mean(0.5, 0) + mean(0, 1), and -mean(-3, 0).
            assertObjectives(new Hinge(), logits(0.5, 2), logits(-3, 0), 0.75, 1.5);
        }

        @Test
        void softmax_weighs_both_sides_alike() {
            // Z = log(½·3 + ½·1) = log 2; less log 3, and less ½·log 3.
            assertObjectives(new Softmax(), logits(LOG_3, LOG_3), logits(0), LOG_2 - LOG_3, LOG_2 - LOG_3 / 2);
        }

        @Test
        void softmax_is_the_paper_s_less_the_logarithm_of_the_number_of_examples() {
            double[] real = {0.3, -1.2, 2};
            double[] fake = {-0.7, 0.1, 1.5};
            double sum = DoubleStream.concat(DoubleStream.of(real), DoubleStream.of(fake))
                    .map(Math::exp)
                    .sum();
            double meanReal = (0.3 - 1.2 + 2) / 3;
            double meanFake = (-0.7 + 0.1 + 1.5) / 3;
            assertObjectives(
                    new Softmax(),
                    real,
                    fake,
                    Math.log(sum) - meanReal - Math.log(6),
                    Math.log(sum) - (meanReal + meanFake) / 2 - Math.log(6));
        }
    }

    @Nested
    class OfComparisons {
        @Test
        void relativistic_compares_the_pairs_of_the_batch() {
            // The differences log 3 and -log 3 cost log 4/3 and log 4, to either player.
            double mean = (Math.log(4.0 / 3) + Math.log(4)) / 2;
            assertObjectives(new Relativistic(), logits(LOG_3, 0), logits(0, LOG_3), mean, mean);
        }

        @Test
        void the_average_of_the_other_side_is_subtracted() {
            // Means log 3 and 0. D: margins 0 and 2·log 3 of real, log 3 of generated. G: the opposite ones.
            assertObjectives(
                    new RelativisticAverage(Cost.STANDARD),
                    logits(0, 2 * LOG_3),
                    logits(0),
                    ((LOG_2 + Math.log(10.0 / 9)) / 2 + Math.log(4.0 / 3)) / 2,
                    ((LOG_2 + Math.log(10)) / 2 + Math.log(4)) / 2);
        }

        @Test
        void least_squares_and_hinge_have_costs_of_their_own() {
            // Means 1 and -1. D: margins 1, 3 and 1, 3; G: -1, -3 and -1, -3.
            double[] real = {0, 2};
            double[] fake = {0, -2};
            // (m - 1)²: 0 and 4, mean 2 a side; 4 and 16, mean 10 a side.
            assertObjectives(new RelativisticAverage(Cost.LEAST_SQUARES), real, fake, 2, 10);
            // max(0, 1 - m): 0; 2 and 4, mean 3 a side.
            assertObjectives(new RelativisticAverage(Cost.HINGE), real, fake, 0, 3);
        }

        @Test
        void only_relativistic_pairs_examples() {
            assertThat(new Relativistic().pairsExamples()).isTrue();
            assertThat(new LazyAdversary(new Relativistic(), 0, 0.4).pairsExamples())
                    .isTrue();
            assertThat(new RelativisticAverage(Cost.STANDARD).pairsExamples()).isFalse();
            assertThat(new Softmax().pairsExamples()).isFalse();
        }
    }

    @Nested
    class OfTheLikelihood {
        private final double[] real = {LOG_3, 0};
        private final double[] fake = {-LOG_3, 1, 4};

        @Test
        void label_smoothing_is_cross_entropy_with_its_targets() {
            // D = 3/4 against 0.9 and D = 1/2 against 0.2.
            double high = -0.9 * Math.log(0.75) - 0.1 * Math.log(0.25);
            assertObjectives(new LabelSmoothing(0.9, 0.2), logits(LOG_3), logits(0), high + LOG_2, LOG_2);
        }

        @Test
        void label_smoothing_without_smoothing_is_non_saturating() {
            Loss same = new NonSaturating(1);
            assertObjectives(
                    new LabelSmoothing(1, 0),
                    real,
                    fake,
                    new Objective(same, Player.DISCRIMINATOR).value(real, fake),
                    new Objective(same, Player.GENERATOR).value(real, fake));
            assertThat(new LabelSmoothing(1, 0).logits()).isEqualTo(LogitMeaning.PROBABILITY);
            assertThat(new LabelSmoothing(0.9, 0).logits().probability()).isFalse();
            // D = 0.45 where p = q.
            assertThat(new LabelSmoothing(0.9, 0).logits().boundary()).isCloseTo(Math.log(0.45 / 0.55), within(1e-15));
        }

        @Test
        void smoothed_targets_in_the_wrong_order_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LabelSmoothing(0.2, 0.2))
                    .withMessage("the targets must be 0 ≤ fake < real ≤ 1, not real = 0.2 and fake = 0.2");
        }

        @Test
        void kl_and_boundary_seeking_differ_from_minimax_in_the_generator_alone() {
            double discriminator = new Objective(new Minimax(1), Player.DISCRIMINATOR).value(real, fake);
            double mean = (-LOG_3 + 5) / 3;
            assertObjectives(new KullbackLeibler(), real, fake, discriminator, -mean);
            assertObjectives(new BoundarySeeking(), real, fake, discriminator, (LOG_3 * LOG_3 + 17) / 6);
        }
    }

    @Nested
    class OfDivergences {
        private final double[] real = {-1.5, 0.25, 3};
        private final double[] fake = {-2.5, 0.5, 1, 7};
        private final double[] alongReal = {1, -2, 0.5};
        private final double[] alongFake = {-1, 0.25, 2, -3};

        private void assertSame(Loss one, Loss other) {
            for (Player player : Player.values()) {
                Objective a = new Objective(one, player);
                Objective b = new Objective(other, player);
                assertThat(a.value(real, fake)).isCloseTo(b.value(real, fake), within(1e-15));
                assertThat(a.slope(real, fake, alongReal, alongFake))
                        .isCloseTo(b.slope(real, fake, alongReal, alongFake), within(1e-15));
            }
        }

        @Test
        void gan_is_minimax_in_value_and_slope() {
            assertSame(new FDivergence(Divergence.GAN, 0.5, false), new Minimax(1));
        }

        @Test
        void gan_with_the_other_generator_is_non_saturating() {
            assertSame(new FDivergence(Divergence.GAN, 0.5, true), new NonSaturating(1));
        }

        @Test
        void jensen_shannon_is_gan_plus_log_4() {
            FDivergence gan = new FDivergence(Divergence.GAN, 0.5, false);
            FDivergence jensenShannon = new FDivergence(Divergence.JENSEN_SHANNON, 0.5, false);
            assertThat(new Objective(gan, Player.DISCRIMINATOR).value(real, fake)
                            - new Objective(jensenShannon, Player.DISCRIMINATOR).value(real, fake))
                    .isCloseTo(Math.log(4), within(1e-14));
        }

        @Test
        void kl_has_an_exponential_for_generated_examples() {
            // exp(1 - 1) - 2, and -exp(1 - 1).
            assertObjectives(new FDivergence(Divergence.KL, 0.5, false), logits(2), logits(1), -1, -1);
        }

        @Test
        void alpha_of_2_is_half_of_pearson_in_value() {
            // ½·(r - 1)²: at D* on one point with p = q the value is 0, and f''(1) = 1 makes T = exp(a) - 1.
            assertObjectives(
                    new FDivergence(Divergence.ALPHA, 2, false),
                    logits(LOG_3),
                    logits(LOG_2),
                    (4.0 - 1) / 2 - (3 - 1),
                    -(4.0 - 1) / 2);
        }

        @Test
        void orders_with_a_name_of_their_own_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FDivergence(Divergence.ALPHA, 1, false))
                    .withMessage(
                            "alpha = 1.0 has no form of its own; at 0 the divergence is reverse-kl, at 1 it is kl");
            assertThat(new FDivergence(Divergence.KL, 1, false).domain()).isEqualTo(80);
        }
    }
}
