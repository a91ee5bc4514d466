package org.gan4j.api.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.plain.Array;
import org.gan4j.plain.PlainNoise;
import org.gan4j.plain.RealAlgebra;
import org.junit.jupiter.api.Test;

class SignalTest {
    private final RealAlgebra algebra = new RealAlgebra();

    /** G doubles, D sums each example. */
    private final class Game implements Step<Array> {
        private final Map<Signal, Expr<Array>> known = new HashMap<>();
        private final Map<String, Array> feeds = Map.of(
                "real", new Array(Shape.of(3, 2), new double[] {0, 0, 0, 0, 0, 0}),
                "latent", new Array(Shape.of(3, 2), new double[] {1, 2, 1, 2, 1, 2}));
        private int applications;

        @Override
        public Expr<Array> get(Signal signal) {
            Expr<Array> value = known.get(signal);
            if (value == null) {
                value = signal.compute(this);
                known.put(signal, value);
            }
            return value;
        }

        @Override
        public Player player() {
            return Player.DISCRIMINATOR;
        }

        @Override
        public Draws draws() {
            return new Draws(Shape.of(2), 0, Shape.of(2), List.of(Prior.Code.continuous(), Prior.Code.continuous()));
        }

        @Override
        public Expr<Array> feed(String name) {
            return Expr.of(algebra, feeds.get(name));
        }

        @Override
        public Expr<Array> apply(Player player, Expr<Array> input) {
            applications++;
            return player == Player.GENERATOR ? input.times(2) : input.sum(1);
        }

        @Override
        public Expr<Array> apply(Player player, Expr<Array> input, String head) {
            throw new AssertionError(head);
        }

        @Override
        public Expr<Array> objective(Player player) {
            throw new AssertionError();
        }

        @Override
        public Noise<Array> noise() {
            return PlainNoise.of(algebra, 3, 1, "mix");
        }

        @Override
        public Expr<Array> gradient(Expr<Array> scalar, Expr<Array> with) {
            throw new AssertionError();
        }
    }

    private final Game game = new Game();

    @Test
    void the_score_of_fakes_is_D_of_G_of_z_built_once() {
        Signal score = Signal.score(Signal.FAKE);
        // D(G(1, 2)) = 2 + 4.
        assertThat(game.get(score).raw().values()).containsExactly(6, 6, 6);
        game.get(Signal.score(new Signal.Generated(new Signal.Feed("latent"))));
        assertThat(game.applications).isEqualTo(2);
    }

    @Test
    void a_code_is_its_part_of_the_end_of_the_latent_draw() {
        // Each draw is (1, 2), and both values are codes.
        assertThat(game.get(Signal.code(0)).raw()).isEqualTo(new Array(Shape.of(3, 1), new double[] {1, 1, 1}));
        assertThat(game.get(Signal.code(1)).raw()).isEqualTo(new Array(Shape.of(3, 1), new double[] {2, 2, 2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> game.get(Signal.code(2)))
                .withMessage("there is no code 2; the prior has 2 codes, numbered from 0 on");
    }

    @Test
    void a_mix_lies_between_with_one_share_an_example() {
        double[] mix = game.get(Signal.mix(Signal.REAL, Signal.FAKE)).raw().values();
        for (int i = 0; i < 3; i++) {
            double share = mix[2 * i] / 2;
            assertThat(share).isBetween(0.0, 1.0);
            assertThat(mix[2 * i + 1]).isEqualTo(share * 4);
        }
        assertThat(mix[0]).isNotEqualTo(mix[2]);
    }
}
