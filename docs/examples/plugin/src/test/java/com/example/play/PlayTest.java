package com.example.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.Loss;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.LossLaws;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.laws.OptimizerLaws;
import org.gan4j.api.train.Draws;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.plain.Array;
import org.gan4j.plain.RealAlgebra;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlayTest {
    private static final RealAlgebra REAL = new RealAlgebra();

    private static Expr<Array> vector(double... values) {
        return Expr.of(REAL, Array.of(values));
    }

    @Nested
    class BalancedTest {
        private final Objective discriminator = new Objective(new Balanced(0.5), Player.DISCRIMINATOR);

        @TestFactory
        Stream<DynamicTest> laws() {
            return LawTests.of(LossLaws.of(new Balanced(0.5)));
        }

        @Test
        void k_grows_with_the_errors_on_generated_examples_up_to_10() {
            // All generated examples are accepted, and half of the real ones are rejected: k·exp(0.5·(1 - 0.5)).
            double[] real = {1, -1};
            double[] fake = {2};
            assertThat(discriminator.kept(real, fake, Map.of("k", 2.0)).get("k"))
                    .isCloseTo(2 * Math.exp(0.25), within(1e-12));
            assertThat(discriminator.kept(real, fake, Map.of("k", 9.9)).get("k"))
                    .isEqualTo(10);
        }

        @Test
        void the_generated_half_counts_k_times() {
            assertThat(discriminator.value(new double[] {0}, new double[] {0}, Map.of("k", 2.0)))
                    .isCloseTo(3 * Math.log(2), within(1e-12));
        }
    }

    @Nested
    class LeastSquaresTest {
        private final Loss loss = new Squares(1);

        @TestFactory
        Stream<DynamicTest> laws() {
            return LawTests.of(LossLaws.of(loss));
        }

        @Test
        void discriminator_is_3_at_a_hand_worked_batch() {
            // ½·mean(0², 2²) + ½·2² = 1 + 2
            assertThat(new Objective(loss, Player.DISCRIMINATOR).value(new double[] {1, 3}, new double[] {2}))
                    .isCloseTo(3, within(1e-12));
        }

        @Test
        void generator_is_a_half_when_logits_are_one_beyond_the_target() {
            // ½·(2 - 1)²
            assertThat(new Objective(loss, Player.GENERATOR).value(0, 2)).isCloseTo(0.5, within(1e-12));
        }
    }

    @Nested
    class DriftTest {
        @Test
        void value_is_the_mean_square_of_the_real_logits() {
            // mean(1², (-2)²) = 2.5
            assertThat(new Drift(0.001).value(new RealLogits(vector(1, -2))).raw())
                    .isEqualTo(Array.scalar(2.5));
        }

        @Test
        void it_belongs_to_the_discriminator_at_every_update() {
            Drift drift = new Drift(0.001);
            assertThat(drift.players()).containsExactly(Player.DISCRIMINATOR);
            assertThat(drift.interval()).isEqualTo(1);
        }

        /** A step in which only the logits of the real examples are known. */
        private record RealLogits(Expr<Array> logits) implements Step<Array> {
            @Override
            public Player player() {
                return Player.DISCRIMINATOR;
            }

            @Override
            public Draws draws() {
                throw new AssertionError("draws");
            }

            @Override
            public Expr<Array> get(Signal signal) {
                assertThat(signal).isEqualTo(Signal.score(Signal.REAL));
                return logits;
            }

            @Override
            public Expr<Array> feed(String name) {
                throw new AssertionError(name);
            }

            @Override
            public Expr<Array> apply(Player player, Expr<Array> input) {
                throw new AssertionError(player);
            }

            @Override
            public Expr<Array> apply(Player player, Expr<Array> input, String head) {
                throw new AssertionError(head);
            }

            @Override
            public Expr<Array> objective(Player player) {
                throw new AssertionError(player);
            }

            @Override
            public Noise<Array> noise() {
                throw new AssertionError("noise");
            }

            @Override
            public Expr<Array> gradient(Expr<Array> scalar, Expr<Array> with) {
                throw new AssertionError("gradient");
            }
        }
    }

    @Nested
    class PatientTest {
        @Test
        void pseudo_code_says_who_is_updated_how_often() {
            assertThat(new Patient(2).pseudoCode()).isEqualTo("""
                repeat
                  update the discriminator from a fresh batch
                  2 times: update the generator from a fresh batch
                """);
        }
    }

    @Nested
    class LionTest {
        private final Lion lion = new Lion(0.1, 0.9, 0.99);
        private final Memory memory = new Memory(new HashMap<>());

        @TestFactory
        Stream<DynamicTest> laws() {
            return LawTests.of(OptimizerLaws.of(lion));
        }

        @Test
        void every_weight_moves_by_the_rate_against_its_gradient() {
            // The mean is 0 before the first update, so the direction is that of the gradient; sign(0) = 0.
            assertThat(lion.update(memory, vector(1, 1, 1), vector(2, -300, 0)).raw())
                    .isEqualTo(Array.of(0.9, 1.1, 1));
        }

        @Test
        void a_small_gradient_against_the_past_does_not_turn_the_step() {
            // After g = 2 the mean is 0.01·2 = 0.02; then 0.9·0.02 - 0.1·0.1 = 0.008 > 0.
            lion.update(memory, vector(1), vector(2));
            assertThat(lion.update(memory, vector(1), vector(-0.1)).raw()).isEqualTo(Array.of(0.9));
        }

        private record Memory(Map<String, Expr<Array>> slots) implements Optimizer.Slots<Array> {
            @Override
            public Shape shape() {
                throw new AssertionError("not asked for");
            }

            @Override
            public Expr<Array> updates() {
                return Expr.of(REAL, Array.scalar(0));
            }

            @Override
            public Expr<Array> get(String name) {
                return slots.getOrDefault(name, Expr.of(REAL, Array.scalar(0)));
            }

            @Override
            public void set(String name, Expr<Array> value) {
                slots.put(name, value);
            }
        }
    }
}
