package org.gan4j.standard.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.train.Draws;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.plain.Array;
import org.gan4j.plain.Dual;
import org.gan4j.plain.DualAlgebra;
import org.gan4j.plain.RealAlgebra;
import org.junit.jupiter.api.Test;

/** Computes exact derivatives: the generator moves its samples by one weight θ, and duals carry d/dθ. */
class GradientScaleTest {
    private static final double[] Z = {0.5, -1, 2, 1.5};

    /**
     * x = θ·z at θ = 1 and L_G = s·mean(softplus(-x)), so that by hand ∂L_G/∂x = -s/4·sigmoid(-x).
     *
     * @param s makes the gradient as small as one likes
     */
    private record Game(DualAlgebra<Array> algebra, double s) implements Step<Dual<Array>> {
        Game(double s) {
            this(new DualAlgebra<>(new RealAlgebra()), s);
        }

        @Override
        public Expr<Dual<Array>> get(Signal signal) {
            assertThat(signal).isEqualTo(Signal.FAKE);
            return Expr.of(algebra, new Dual<>(Array.of(Z), Array.of(Z)));
        }

        @Override
        public Expr<Dual<Array>> objective(Player player) {
            assertThat(player).isEqualTo(Player.GENERATOR);
            return get(Signal.FAKE).negate().softplus().mean().times(s);
        }

        @Override
        public Expr<Dual<Array>> gradient(Expr<Dual<Array>> scalar, Expr<Dual<Array>> with) {
            return with.negate().sigmoid().times(-s / Z.length);
        }

        @Override
        public Player player() {
            return Player.GENERATOR;
        }

        @Override
        public Draws draws() {
            throw new AssertionError();
        }

        @Override
        public Expr<Dual<Array>> feed(String name) {
            throw new AssertionError();
        }

        @Override
        public Expr<Dual<Array>> apply(Player player, Expr<Dual<Array>> input) {
            throw new AssertionError();
        }

        @Override
        public Expr<Dual<Array>> apply(Player player, Expr<Dual<Array>> input, String head) {
            throw new AssertionError();
        }

        @Override
        public Noise<Dual<Array>> noise() {
            throw new AssertionError();
        }
    }

    private static double length(double s) {
        double sum = 0;
        for (double x : Z) {
            double slope = -s / Z.length / (1 + Math.exp(x));
            sum += slope * slope;
        }
        return Math.sqrt(sum);
    }

    private static void assertScaled(double s, double target, double expected) {
        Game game = new Game(s);
        Dual<Array> objective = game.objective(Player.GENERATOR).raw();
        Dual<Array> term = new GradientScale(target).value(game).raw();
        assertThat(term.value().single()).isZero();
        double slope = objective.slope().single();
        assertThat(slope + term.slope().single()).isCloseTo(expected * slope, within(1e-12 * Math.abs(expected)));
    }

    @Test
    void a_small_gradient_is_multiplied_until_that_of_the_samples_reaches_the_target() {
        assertScaled(1e-3, 0.1, 0.1 / length(1e-3));
        assertScaled(1e-9, 0.1, 0.1 / length(1e-9));
        assertScaled(1e-3, 0.2, 0.2 / length(1e-3));
    }

    @Test
    void a_large_one_is_left_as_it_is() {
        assertThat(length(10)).isGreaterThan(0.1);
        assertScaled(10, 0.1, 1);
        assertScaled(1e-3, 0, 1);
    }

    @Test
    void none_at_all_stays_none() {
        Game game = new Game(0);
        assertThat(new GradientScale(0.1).value(game).raw().slope().single()).isZero();
    }
}
