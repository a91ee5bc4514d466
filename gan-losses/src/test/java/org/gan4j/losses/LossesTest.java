package org.gan4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.gan4j.api.Loss;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.plugin.Contribution;
import org.gan4j.api.plugin.ExtensionPoint;
import org.gan4j.api.plugin.binding.Setting;
import org.gan4j.api.plugin.registry.Extensions;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.train.Player;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Values worked by hand. With D = sigmoid(a), the logits ±log 3 stand for D = 3/4 and 1/4, and 0 for 1/2:
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
                    .containsExactly("blend", "minimax", "non-saturating");
            assertThat(extensions.contributions("loss"))
                    .allSatisfy(loss -> assertThat(loss.source()).contains("arXiv:1406.2661"))
                    .allSatisfy(loss -> assertThat(loss.purpose()).isNotEmpty());
        }

        @Test
        void the_default_is_the_paper_s_text() {
            assertThat(extensions
                            .part(ExtensionPoint.LOSS, "loss", new Setting.Text("minimax", ""), problems)
                            .orElseThrow()
                            .value())
                    .isEqualTo(new Minimax(1));
            assertThat(extensions
                            .part(ExtensionPoint.LOSS, "loss", new Setting.Text("blend", ""), problems)
                            .orElseThrow()
                            .value())
                    .isEqualTo(new Blend(0.5, 1));
        }

        @Test
        void a_scale_of_0_leaves_nothing_to_learn_and_is_refused() {
            Setting zero = new Setting.Text("0", "loss.discriminatorScale=0");
            extensions.part(
                    ExtensionPoint.LOSS,
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
