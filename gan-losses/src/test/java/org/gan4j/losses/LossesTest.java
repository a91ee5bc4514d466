package org.gan4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.gan4j.api.Loss;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.train.Player;
import org.gan4j.binding.Setting;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests values that are worked by hand. With D = sigmoid(a), the logits ±log 3 stand for D = 3/4 and 1/4, and 0 for 1/2:
 * softplus(-log 3) = log(4/3), softplus(log 3) = log 4, softplus(0) = log 2.
 */
class LossesTest {
    private static final double[] REAL = {Math.log(3), 0};
    private static final double[] FAKE = {-Math.log(3), Math.log(3), 0};
    /** -mean(log 3/4, log 1/2) - mean(log 3/4, log 1/4, log 1/2). */
    private static final double LIKELIHOOD =
            (Math.log(4.0 / 3) + Math.log(2)) / 2 + (Math.log(4.0 / 3) + Math.log(4) + Math.log(2)) / 3;

    private static double discriminator(Loss loss) {
        return new Objective(loss, Player.DISCRIMINATOR).value(REAL, FAKE);
    }

    private static double generator(Loss loss) {
        return new Objective(loss, Player.GENERATOR).value(REAL, FAKE);
    }

    @Nested
    class Values {
        @Test
        void all_share_the_discriminator() {
            for (Loss loss : List.of(new Minimax(1), new NonSaturating(1), new Blend(0.5, 1))) {
                assertThat(discriminator(loss)).isCloseTo(LIKELIHOOD, within(1e-15));
            }
        }

        @Test
        void the_published_code_halves_it() {
            for (Loss loss : List.of(new Minimax(0.5), new NonSaturating(0.5), new Blend(0.5, 0.5))) {
                assertThat(discriminator(loss)).isCloseTo(LIKELIHOOD / 2, within(1e-15));
            }
        }

        @Test
        void minimax_generator_minimises_log_of_one_minus_D() {
            // mean(log 3/4, log 1/4, log 1/2).
            assertThat(generator(new Minimax(1)))
                    .isCloseTo((Math.log(0.75) + Math.log(0.25) + Math.log(0.5)) / 3, within(1e-15));
        }

        @Test
        void non_saturating_generator_maximises_log_D() {
            // -mean(log 1/4, log 3/4, log 1/2).
            assertThat(generator(new NonSaturating(1)))
                    .isCloseTo(-(Math.log(0.25) + Math.log(0.75) + Math.log(0.5)) / 3, within(1e-15));
        }

        @Test
        void a_blend_lies_between_in_proportion() {
            double minimax = generator(new Minimax(1));
            double nonSaturating = generator(new NonSaturating(1));
            assertThat(generator(new Blend(0, 1))).isCloseTo(minimax, within(1e-15));
            assertThat(generator(new Blend(1, 1))).isCloseTo(nonSaturating, within(1e-15));
            assertThat(generator(new Blend(0.25, 1))).isCloseTo(0.25 * nonSaturating + 0.75 * minimax, within(1e-15));
        }

        @Test
        void a_blend_is_what_the_published_code_mixes() {
            // zurich_coeff 3, minimax_coeff 1: (3·NS - d_obj) / 4, where d_obj = L_D / 2 and real examples do not move
            // G.
            // By one generated logit a: (3·(-(1 - D)) - D/2) / 4, with D = 3/4 at a = log 3: -(0.75 + 0.375) / 4.
            Blend blend = new Blend(3 / (3.0 + 1), 0.5);
            assertThat(new Objective(blend, Player.GENERATOR).fakeSlope(0, Math.log(3)))
                    .isCloseTo(-(0.75 + 0.375) / 4, within(1e-15));
        }

        @Test
        void an_untrained_discriminator_costs_log_4() {
            // All logits 0: 2·log 2.
            assertThat(new Objective(new Minimax(1), Player.DISCRIMINATOR).value(0, 0))
                    .isCloseTo(Math.log(4), within(1e-15));
        }
    }

    @Nested
    class Saturation {
        @Test
        void where_D_is_sure_minimax_has_almost_no_slope_and_non_saturating_almost_1() {
            // -sigmoid(-10) = -4.54e-5 against -sigmoid(10): a ratio of e^10 = 22026.
            double minimax = new Objective(new Minimax(1), Player.GENERATOR).fakeSlope(0, -10);
            double nonSaturating = new Objective(new NonSaturating(1), Player.GENERATOR).fakeSlope(0, -10);
            assertThat(nonSaturating / minimax).isCloseTo(Math.exp(10), within(1e-6));
        }

        @Test
        void both_slopes_add_up_to_minus_1_at_every_logit() {
            for (double logit : new double[] {-30, -1, 0, 0.5, 30}) {
                double sum = new Objective(new Minimax(1), Player.GENERATOR).fakeSlope(0, logit)
                        + new Objective(new NonSaturating(1), Player.GENERATOR).fakeSlope(0, logit);
                assertThat(sum).isCloseTo(-1, within(1e-15));
            }
        }
    }

    @Nested
    class LeftOut {
        private final Loss whole = new NonSaturating(1);

        /** Best logit at masses p and q, by the sign of the slope on both sides. */
        private void assertBest(Loss loss, double p, double q, double expected) {
            Objective d = new Objective(loss, Player.DISCRIMINATOR);
            for (int side : new int[] {-1, 1}) {
                double a = expected + side * 1e-6;
                assertThat(side * (p * d.realSlope(a, 0) + q * d.fakeSlope(0, a)))
                        .isPositive();
            }
        }

        @Test
        void a_thresholded_generator_learns_from_what_is_found_out() {
            // Of the logits -log 3, log 3, 0 only the first has D < 1/2: its share of the mean's slope is
            // -(1 - 1/4)/3.
            double[] along = {1, 1, 1};
            double[] none = {0, 0};
            assertThat(new Objective(new ThresholdedLoss(whole), Player.GENERATOR).slope(REAL, FAKE, none, along))
                    .isCloseTo(-0.25, within(1e-15));
            // All three: -(3/4 + 1/4 + 1/2)/3.
            assertThat(new Objective(whole, Player.GENERATOR).slope(REAL, FAKE, none, along))
                    .isCloseTo(-0.5, within(1e-15));
        }

        @Test
        void values_are_those_of_the_whole_loss() {
            for (Loss loss : List.of(
                    new ThresholdedLoss(whole), new LazyAdversary(whole, 0, 0), new LazyAdversary(whole, 0.2, 0.3))) {
                assertThat(discriminator(loss)).isEqualTo(discriminator(whole));
                assertThat(generator(loss)).isEqualTo(generator(whole));
            }
        }

        @Test
        void a_lazy_discriminator_is_never_surer_than_its_margin() {
            // D* = 0.9 has the logit log 9; with the margin 1/4 D stops at 3/4, the logit log 3; D* = 0.6 is below
            // that.
            assertBest(whole, 0.9, 0.1, Math.log(9));
            assertBest(new LazyAdversary(whole, 0.5, 0.25), 0.9, 0.1, Math.log(3));
            assertBest(new LazyAdversary(whole, 0.5, 0.25), 0.1, 0.9, -Math.log(3));
            assertBest(new LazyAdversary(whole, 0.5, 0.25), 0.6, 0.4, Math.log(1.5));
            assertBest(new LazyAdversary(whole, 0.5, 0), 0.9, 0.1, 0);
        }

        @Test
        void margins_of_one_half_leave_the_loss_as_it_is() {
            for (Player player : Player.values()) {
                assertThat(new Objective(new LazyAdversary(whole, 0.5, 0.5), player).formula())
                        .isEqualTo(new Objective(whole, player).formula());
            }
        }

        @Test
        void a_margin_beyond_one_half_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LazyAdversary(whole, 0.6, 0))
                    .withMessage("a margin around D = 1/2 lies between 0 and 1/2, not at 0.6");
        }
    }

    @Test
    void formulas_read_as_in_the_paper() {
        assertThat(new Objective(new Minimax(1), Player.DISCRIMINATOR).formula())
                .isEqualTo("mean(softplus(-real)) + mean(softplus(fake))");
        assertThat(new Objective(new Minimax(1), Player.GENERATOR).formula()).isEqualTo("-mean(softplus(fake))");
        assertThat(new Objective(new NonSaturating(0.5), Player.DISCRIMINATOR).formula())
                .isEqualTo("0.5·(mean(softplus(-real)) + mean(softplus(fake)))");
        assertThat(new Objective(new NonSaturating(1), Player.GENERATOR).formula())
                .isEqualTo("mean(softplus(-fake))");
        assertThat(new Objective(new Blend(0.25, 1), Player.GENERATOR).formula())
                .isEqualTo("0.25·mean(softplus(-fake)) - 0.75·mean(softplus(fake))");
    }

    @Nested
    class AsParts {
        private final Extensions extensions = Extensions.onClassPath();
        private final Problems problems = new Problems();

        @Test
        void they_are_found_by_name_with_their_source() {
            assertThat(extensions.problems()).isEmpty();
            assertThat(extensions.contributions("loss"))
                    .extracting(Contribution::name)
                    .containsExactly(
                            "blend",
                            "boundary-seeking",
                            "energy",
                            "equilibrium",
                            "f-divergence",
                            "hinge",
                            "kl",
                            "label-smoothing",
                            "lazy",
                            "least-squares",
                            "margin-adaptation",
                            "minimax",
                            "non-saturating",
                            "relativistic",
                            "relativistic-average",
                            "softmax",
                            "thresholded",
                            "wasserstein");
            assertThat(extensions.contributions("loss"))
                    .allSatisfy(loss -> assertThat(loss.source()).contains("arXiv:"))
                    .allSatisfy(loss -> assertThat(loss.purpose()).isNotEmpty());
        }

        @Test
        void the_default_is_the_paper_s_text() {
            assertThat(extensions
                            .part(Loss.POINT, "loss", new Setting.Text("minimax", ""), problems)
                            .orElseThrow()
                            .value())
                    .isEqualTo(new Minimax(1));
            assertThat(extensions
                            .part(Loss.POINT, "loss", new Setting.Text("blend", ""), problems)
                            .orElseThrow()
                            .value())
                    .isEqualTo(new Blend(0.5, 1));
        }

        @Test
        void a_scale_of_0_leaves_nothing_to_learn_and_is_refused() {
            Setting zero = new Setting.Text("0", "loss.discriminatorScale=0");
            extensions.part(
                    Loss.POINT,
                    "loss",
                    new Setting.Fields(Map.of("name", new Setting.Text("minimax", ""), "discriminatorScale", zero), ""),
                    problems);
            assertThat(problems.list())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "loss.discriminatorScale=0: loss: discriminatorScale must be greater than 0, not 0.0");
            assertThatIllegalArgumentException().isThrownBy(() -> new Blend(0.5, -1));
        }
    }
}
