package org.gan4j.api.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gan4j.api.Law;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.train.Player;
import org.junit.jupiter.api.Test;

/** The laws of a loss that keeps a scalar. */
class MemoryLawsTest {
    /** L_D = k·E[softplus(fake)] + E[softplus(-real)], k ← k + rate · (mean or sum of the real logits). */
    private record Balanced(double rate, boolean summing) implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            Expr<T> k = d.memory().get("k", 1);
            d.memory()
                    .set(
                            "k",
                            k.plus(k.times((summing ? d.real().sum() : d.real().mean()).times(rate))));
            return k.times(d.fake().softplus().mean())
                    .plus(d.real().negate().softplus().mean());
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().negate().softplus().mean();
        }
    }

    private static List<String> broken(Loss loss) {
        return LossLaws.of(loss).stream()
                .filter(law -> !law.passed())
                .map(Law::law)
                .toList();
    }

    @Test
    void a_loss_that_keeps_a_bounded_mean_passes_all_laws() {
        assertThat(broken(new Balanced(0, false))).isEmpty();
        assertThat(LossLaws.of(new Balanced(0, false)).size())
                .isEqualTo(LossLaws.of(new Balanced(0, true)).size());
    }

    @Test
    void a_sum_depends_on_the_number_of_examples() {
        assertThat(broken(new Balanced(0.01, true)))
                .containsExactly(
                        "what the discriminator's objective keeps as k does not depend on the number of examples");
    }

    @Test
    void what_grows_without_bound_is_found() {
        // The mean of the real logits is 0.075, and 1.75^10,000 is not a number of double precision.
        assertThat(broken(new Balanced(10, false)))
                .containsExactly("what the discriminator's objective keeps as k stays finite");
    }

    @Test
    void values_and_what_is_kept_follow_the_memory() {
        Objective objective = new Objective(new Balanced(2, false), Player.DISCRIMINATOR);
        double[] zero = {0};
        // softplus(0) = log 2 on both sides, the generated one times k.
        assertThat(objective.value(zero, zero, Map.of("k", 3.0))).isEqualTo(4 * Math.log(2));
        assertThat(objective.value(0, 0)).isEqualTo(2 * Math.log(2));
        // k ← 3 + 3·(2·0.5)
        assertThat(objective.kept(new double[] {0.5}, zero, Map.of("k", 3.0))).isEqualTo(Map.of("k", 6.0));
    }

    @Test
    void the_formula_has_the_names() {
        assertThat(new Objective(new Balanced(0, false), Player.DISCRIMINATOR).formula())
                .isEqualTo("k·mean(softplus(fake)) + mean(softplus(-real))");
    }
}
