package org.gan4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.ClosedForms;
import org.gan4j.api.laws.LossLaws;
import org.junit.jupiter.api.Test;

/** Losses that are wrong on purpose, each by a mistake that looks harmless: a law names the identity that is violated. */
class MutantsTest {
    /** A discriminator in place of the right one, under the right one's laws. */
    private interface Mutant extends Loss {
        @Override
        default <T> Expr<T> generator(Scores<T> d) {
            return d.fake().negate().softplus().mean();
        }

        @Override
        default List<Law> laws() {
            return new Likelihood(1).laws(ClosedForms.of(this));
        }
    }

    private static List<String> broken(Loss loss) {
        return LossLaws.of(loss).stream()
                .filter(law -> !law.passed())
                .map(Law::law)
                .toList();
    }

    @Test
    void the_right_one_breaks_no_law() {
        record Right() implements Mutant {
            @Override
            public <T> Expr<T> discriminator(Scores<T> d) {
                return d.real()
                        .negate()
                        .softplus()
                        .mean()
                        .plus(d.fake().softplus().mean());
            }
        }
        assertThat(broken(new Right())).isEmpty();
    }

    @Test
    void one_sided_label_smoothing_moves_the_optimum() {
        // -0.75·log D - 0.25·log(1 - D) for real: the optimum is 0.75·p / (p + q), so the logit log(0.6) at p = q, and
        // not 0.
        record Smoothed() implements Mutant {
            @Override
            public <T> Expr<T> discriminator(Scores<T> d) {
                Expr<T> real = d.real()
                        .negate()
                        .softplus()
                        .times(0.75)
                        .plus(d.real().softplus().times(0.25));
                return real.mean().plus(d.fake().softplus().mean());
            }
        }
        assertThat(broken(new Smoothed()))
                .contains(
                        "the best discriminator at masses p = 0.5, q = 0.5",
                        "the best discriminator at masses p = 0.9, q = 0.1",
                        "the value of the game at p = q",
                        "the discriminator is trained by maximum likelihood")
                .noneMatch(law -> law.contains("finite") || law.contains("order"));
        Law optimum = law(new Smoothed(), "p = 0.5, q = 0.5");
        assertThat(optimum.measured()).isCloseTo(Math.log(0.6), within(1e-12));
    }

    @Test
    void smoothing_both_labels_towards_a_half_for_real_examples_alone_moves_D_from_a_half() {
        // A smoothing of 0.25 makes the real target 0.875: D* = 0.875/2 = 0.4375 at p = q, where 1/2 is promised.
        record Smoothed() implements Mutant {
            @Override
            public <T> Expr<T> discriminator(Scores<T> d) {
                return new LabelSmoothing(0.875, 0).discriminator(d);
            }
        }
        assertThat(broken(new Smoothed()))
                .contains(
                        "an example that is as likely real as generated has the logit 0",
                        "the best discriminator at masses p = 0.5, q = 0.5",
                        "the value of the game at p = q");
        Law boundary = law(new Smoothed(), "has the logit 0");
        // At D = 1/2 the slopes are 1/2 - 0.875 and 1/2.
        assertThat(boundary.measured()).isCloseTo(0.125, within(1e-12));
        // The same loss keeps its laws where it says what D* is.
        assertThat(broken(new LabelSmoothing(0.875, 0))).isEmpty();
    }

    @Test
    void reversed_logits_break_the_orientation_of_both_players() {
        record Reversed() implements Loss {
            @Override
            public <T> Expr<T> discriminator(Scores<T> d) {
                return new Minimax(1)
                        .discriminator(new Scores<>(d.real().negate(), d.fake().negate()));
            }

            @Override
            public <T> Expr<T> generator(Scores<T> d) {
                return new Minimax(1)
                        .generator(new Scores<>(d.real().negate(), d.fake().negate()));
            }
        }
        assertThat(broken(new Reversed()))
                .containsExactly(
                        "a larger logit means more real: the discriminator's objective is less where real logits are"
                                + " the larger ones",
                        "a larger logit means more real: the generator's objective falls when the logit of a rejected"
                                + " example rises");
    }

    @Test
    void a_weight_on_one_side_moves_the_boundary() {
        // 0.95 of the real part: -0.95/2 + 1/2 at logit 0.
        record Weighted() implements Mutant {
            @Override
            public <T> Expr<T> discriminator(Scores<T> d) {
                return d.real()
                        .negate()
                        .softplus()
                        .mean()
                        .times(0.95)
                        .plus(d.fake().softplus().mean());
            }
        }
        assertThat(law(new Weighted(), "has the logit 0").measured()).isCloseTo(0.025, within(1e-12));
    }

    @Test
    void a_loss_that_claims_differences_must_not_depend_on_a_constant() {
        record Shifted() implements Loss {
            @Override
            public <T> Expr<T> discriminator(Scores<T> d) {
                return new Minimax(1).discriminator(d);
            }

            @Override
            public <T> Expr<T> generator(Scores<T> d) {
                return new Minimax(1).generator(d);
            }

            @Override
            public LogitMeaning logits() {
                return LogitMeaning.DIFFERENCE;
            }
        }
        assertThat(broken(new Shifted()))
                .containsExactly("the discriminator's objective depends on the differences of logits alone");
    }

    @Test
    void pairs_that_are_summed_depend_on_their_number() {
        record Summed() implements Loss {
            @Override
            public <T> Expr<T> discriminator(Scores<T> d) {
                return d.fake().minus(d.real()).softplus().sum();
            }

            @Override
            public <T> Expr<T> generator(Scores<T> d) {
                return d.real().minus(d.fake()).softplus().mean();
            }

            @Override
            public boolean pairsExamples() {
                return true;
            }

            @Override
            public LogitMeaning logits() {
                return LogitMeaning.DIFFERENCE;
            }
        }
        assertThat(broken(new Summed()))
                .containsExactly("the discriminator's objective does not depend on the number of pairs");
    }

    private static Law law(Loss loss, String text) {
        return LossLaws.of(loss).stream()
                .filter(law -> law.law().contains(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_sum_in_place_of_a_mean_depends_on_the_batch() {
        record Summed() implements Mutant {
            @Override
            public <T> Expr<T> discriminator(Scores<T> d) {
                return d.real()
                        .negate()
                        .softplus()
                        .sum()
                        .plus(d.fake().softplus().mean());
            }
        }
        // With one example a side, as in the closed forms, a sum is a mean: only batches tell.
        assertThat(broken(new Summed()))
                .containsExactly(
                        "the discriminator's objective does not depend on the number of real examples",
                        "the discriminator is trained by maximum likelihood");
    }

    @Test
    void log_of_sigmoid_overflows() {
        record Composed() implements Mutant {
            @Override
            public <T> Expr<T> discriminator(Scores<T> d) {
                Expr<T> real = d.real().sigmoid().log().negate();
                Expr<T> fake = d.fake().negate().sigmoid().log().negate();
                return real.mean().plus(fake.mean());
            }
        }
        assertThat(broken(new Composed()))
                .containsExactly("the discriminator's objective and its slopes are finite up to logits of ±1000");
    }

    @Test
    void softplus_composed_of_a_rectifier_has_a_wrong_slope_at_exactly_0() {
        record Composed() implements Mutant {
            @Override
            public <T> Expr<T> discriminator(Scores<T> d) {
                return softplus(d.real().negate())
                        .mean()
                        .plus(softplus(d.fake()).mean());
            }

            /** max(0, x) + log(1 + exp(-|x|)): the right value everywhere, and the slope 0 in place of 1/2 at 0. */
            private static <T> Expr<T> softplus(Expr<T> x) {
                return x.relu().plus(x.abs().negate().exp().plus(1).log());
            }
        }
        assertThat(broken(new Composed()))
                .contains(
                        "the discriminator's objective has a slope at real logits 0 between those on both sides of 0",
                        "the discriminator's objective has a slope at generated logits 0 between those on both sides of 0",
                        "the discriminator's slope at a real example of logit 0")
                .noneMatch(law -> law.contains("maximum likelihood") || law.contains("finite"));
    }

    @Test
    void a_loss_that_pairs_examples_fails_where_the_sides_differ_in_size() {
        record Paired() implements Mutant {
            @Override
            public <T> Expr<T> discriminator(Scores<T> d) {
                return d.fake().minus(d.real()).softplus().mean();
            }
        }
        assertThat(broken(new Paired()))
                .anyMatch(law -> law.contains("failed: shapes [5] and [4] do not fit together"));
    }

    @Test
    void swapped_sides_put_the_optimum_on_the_other_side() {
        record Swapped() implements Mutant {
            @Override
            public <T> Expr<T> discriminator(Scores<T> d) {
                return d.fake()
                        .negate()
                        .softplus()
                        .mean()
                        .plus(d.real().softplus().mean());
            }
        }
        assertThat(broken(new Swapped())).contains("the best discriminator at masses p = 0.9, q = 0.1");
    }
}
