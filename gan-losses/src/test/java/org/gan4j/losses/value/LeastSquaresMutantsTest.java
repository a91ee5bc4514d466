package org.gan4j.losses.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.ClosedForms;
import org.gan4j.api.laws.LossLaws;
import org.junit.jupiter.api.Test;

/** Least squares as it is found in public code, each time with a mistake; a law names the identity that is violated. */
class LeastSquaresMutantsTest {
    private static final LeastSquares RIGHT = new LeastSquares(0, 1, 1);

    /** A wrong cost of the distance from a target, under the right loss's laws. */
    private interface Mutant extends Loss {
        <T> Expr<T> cost(Expr<T> logits, double target);

        @Override
        default <T> Expr<T> discriminator(Scores<T> d) {
            return cost(d.real(), 1).plus(cost(d.fake(), 0));
        }

        @Override
        default <T> Expr<T> generator(Scores<T> d) {
            return cost(d.fake(), 1);
        }

        @Override
        default LogitMeaning logits() {
            return RIGHT.logits();
        }

        @Override
        default List<Law> laws() {
            return RIGHT.laws(ClosedForms.of(this));
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
            public <T> Expr<T> cost(Expr<T> logits, double target) {
                return logits.minus(target).square().mean().times(0.5);
            }
        }
        assertThat(broken(new Right())).isEmpty();
    }

    @Test
    void a_norm_divided_by_the_batch_size_depends_on_the_batch() {
        // √Σe² / B: with each example twice, √2 / 2 of what it was; and its slope does not grow with the error.
        record Norm() implements Mutant {
            @Override
            public <T> Expr<T> cost(Expr<T> logits, double target) {
                Expr<T> error = logits.minus(target);
                Expr<T> size = logits.times(0).plus(1).sum();
                return error.square().sum().sqrt().over(size);
            }
        }
        assertThat(broken(new Norm()))
                .contains(
                        "the discriminator's objective does not depend on the number of real examples",
                        "the discriminator's objective does not depend on the number of generated examples",
                        "the generator's objective does not depend on the number of generated examples",
                        "the value of the game at p = q",
                        "the generator's slope at logit -2");
    }

    @Test
    void squares_of_the_sigmoid_are_not_those_of_the_logit() {
        // ½·(σ(a) - t)²: the optimum is σ(a) = p, so a = log 9 at masses 0.9 and 0.1, and slopes vanish at both ends.
        record OfSigmoid() implements Mutant {
            @Override
            public <T> Expr<T> cost(Expr<T> logits, double target) {
                return logits.sigmoid().minus(target).square().mean().times(0.5);
            }
        }
        assertThat(broken(new OfSigmoid()))
                .contains(
                        "an example that is as likely real as generated has the logit 0.5",
                        "the best discriminator at masses p = 0.9, q = 0.1",
                        "the best discriminator on three points",
                        "the generator's slope at logit -2");
    }

    @Test
    void clipped_logits_never_reach_their_targets() {
        // Weights clipped at 0.01 hold the logits near 0; here the logits themselves are held within ±0.01.
        record Clipped() implements Mutant {
            private static final double BOUND = 0.01;

            @Override
            public <T> Expr<T> cost(Expr<T> logits, double target) {
                Expr<T> low = logits.plus(BOUND).relu();
                Expr<T> clipped = low.minus(low.minus(2 * BOUND).relu()).minus(BOUND);
                return clipped.minus(target).square().mean().times(0.5);
            }
        }
        assertThat(broken(new Clipped()))
                .contains(
                        "the best discriminator at masses p = 0.9, q = 0.1",
                        "the value of the game at p = q",
                        "the generator's slope at logit -2");
    }
}
