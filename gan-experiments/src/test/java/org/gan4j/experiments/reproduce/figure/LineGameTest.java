package org.gan4j.experiments.reproduce.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.assertj.core.data.Offset;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.standard.prior.GaussianPrior;
import org.gan4j.standard.prior.UniformPrior;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LineGameTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /** Two bins of width 1: p_data is even, p_g all in the first, D undecided. */
    private static final LineGame GAME = new LineGame(
            7,
            0,
            2,
            new double[] {0.5, 0.5},
            new double[] {1, 0},
            new double[] {0.5, 0.5},
            new double[] {-1, 1},
            new double[] {0.5, 1.5});

    @Nested
    class Pushed {
        @Test
        void equal_steps_give_an_even_density() {
            // Three pieces of 1/4, each half in one bin and half in the next; 1/8 more in the bins of both ends.
            assertThat(LineGame.pushed(new double[] {0.5, 1.5, 2.5, 3.5}, 0, 4, 4))
                    .containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, EXACT);
            // The same over bins half as wide.
            assertThat(LineGame.pushed(new double[] {0.25, 0.75, 1.25, 1.75}, 0, 2, 4))
                    .containsExactly(new double[] {0.5, 0.5, 0.5, 0.5}, EXACT);
        }

        @Test
        void where_g_folds_back_both_layers_count() {
            // Two pieces of 1/3 over the same stretch, half in each bin; the ends, 1/6 each, lie in the first.
            assertThat(LineGame.pushed(new double[] {0.5, 1.5, 0.5}, 0, 2, 2))
                    .containsExactly(new double[] {2.0 / 3, 1.0 / 3}, EXACT);
        }

        @Test
        void where_g_stands_still_all_probability_is_in_one_bin() {
            assertThat(LineGame.pushed(new double[] {1.2, 1.2, 1.2}, 0, 2, 2))
                    .containsExactly(new double[] {0, 1}, EXACT);
        }

        @Test
        void what_lies_off_the_axis_is_lost() {
            // One piece of 1/2 from -1 to 1, half of it on the axis; of the ends only the right one, 1/4.
            assertThat(LineGame.pushed(new double[] {-1, 1}, 0, 2, 2))
                    .containsExactly(new double[] {0.25, 0.25}, EXACT);
            assertThat(LineGame.pushed(new double[] {Double.NaN, Double.NaN}, 0, 2, 2))
                    .containsExactly(0, 0);
        }
    }

    @Test
    void the_best_discriminator_is_the_share_of_the_data() {
        // 0.5 / (0.5 + 1) and 0.5 / (0.5 + 0).
        assertThat(GAME.optimum(0)).isCloseTo(1.0 / 3, EXACT);
        assertThat(GAME.optimum(1)).isEqualTo(1);
        assertThat(GAME.distanceFromOptimum()).isEqualTo(0.5);
        assertThat(GAME.distanceFromHalf()).isZero();
    }

    @Test
    void the_divergence_is_that_of_the_bins() {
        // m = (3/4, 1/4): ½(½ log ⅔ + ½ log 2) + ½ log 4/3.
        double expected = 0.25 * Math.log(2.0 / 3) + 0.25 * Math.log(2) + 0.5 * Math.log(4.0 / 3);
        assertThat(GAME.divergence()).isCloseTo(expected, EXACT);
    }

    @Test
    void what_is_off_the_axis_is_one_more_bin() {
        // p = (½, ½, 0) and q = (0, 0, 1) have nothing in common: log 2.
        LineGame apart =
                new LineGame(0, 0, 2, GAME.data(), new double[] {0, 0}, GAME.opinion(), GAME.z(), GAME.images());
        assertThat(apart.divergence()).isCloseTo(Math.log(2), EXACT);
    }

    @Test
    void a_ratio_of_next_to_nothing_is_not_drawn() {
        // 0.002 of the highest density is 0.00199.
        double[] density = {0.995, 0.0019};
        LineGame game = new LineGame(0, 0, 2, density, density, GAME.opinion(), GAME.z(), GAME.images());
        assertThat(game.isSeen(0)).isTrue();
        assertThat(game.isSeen(1)).isFalse();
    }

    @Test
    void only_where_the_mass_lies_does_d_count() {
        // The first bin holds 0.995 of both, so the second, where D is wrong, is left out.
        double[] density = {0.995, 0.005};
        LineGame game = new LineGame(0, 0, 2, density, density, new double[] {0.5, 1}, GAME.z(), GAME.images());
        assertThat(game.distanceFromOptimum()).isZero();
    }

    @Nested
    class Quantiles {
        @Test
        void a_uniform_prior_is_cut_evenly() {
            assertThat(QuantileNoise.quantiles(new UniformPrior(1, 1), 4))
                    .containsExactly(new double[] {-0.75, -0.25, 0.25, 0.75}, EXACT);
        }

        @Test
        void a_normal_prior_is_cut_at_its_quantiles() {
            // The quartiles of the normal distribution are ±0.674490, here times 2.
            assertThat(QuantileNoise.quantiles(new GaussianPrior(1, 2), 2))
                    .containsExactly(new double[] {-1.348980, 1.348980}, within(1e-5));
        }

        @Test
        void a_prior_of_several_numbers_is_refused() {
            assertThatThrownBy(() -> QuantileNoise.quantiles(new UniformPrior(2, 1), 4))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("z is one number: prior.size=1; this prior draws 2");
        }
    }

    @Nested
    class Drawn {
        private final LinePanel panel = new LinePanel(GAME);

        @Test
        void an_arrow_leads_from_z_to_its_image() {
            // x: 0…2 over 44…520. z: -1…1 with a third of 2 on each side, so -1 is 0.2 of the way and 1 is 0.8.
            assertThat(panel.arrow(0)).containsExactly(new double[] {44 + 0.2 * 476, 44 + 0.25 * 476}, EXACT);
            assertThat(panel.arrow(1)).containsExactly(new double[] {44 + 0.8 * 476, 44 + 0.75 * 476}, EXACT);
        }

        @Test
        void the_arrow_is_there() {
            BufferedImage image = panel.draw("");
            // Half-way between the two lines, half-way between its ends.
            int y = (LinePanel.X_LINE + LinePanel.Z_LINE) / 2;
            int x = (int) Math.round((panel.arrow(0)[0] + panel.arrow(0)[1]) / 2);
            assertThat(darkest(image, x, y)).isLessThan(170);
            assertThat(darkest(image, x + 60, y)).isEqualTo(255);
        }

        private int darkest(BufferedImage image, int x, int y) {
            int darkest = 255;
            for (int dx = -1; dx <= 1; dx++) {
                darkest = Math.min(darkest, new Color(image.getRGB(x + dx, y)).getRed());
            }
            return darkest;
        }
    }
}
