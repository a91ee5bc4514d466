package org.gan4j.experiments.draw.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Truth;
import org.gan4j.experiments.draw.Palette;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
    @TempDir
    Path temp;

    private Path png() {
        return temp.resolve("pictures/step.png");
    }

    private BufferedImage read() throws IOException {
        return ImageIO.read(png().toFile());
    }

    @Nested
    class Images {
        /** Two images of 2×2: the first 0, 0.2 / 0.4, 1; the second all 0.6. Levels are 255 times that. */
        private final FloatTensor two =
                new FloatTensor(Shape.of(2, 2, 2), new float[] {0, 0.2f, 0.4f, 1, 0.6f, 0.6f, 0.6f, 0.6f});

        @Test
        void a_pixel_of_an_image_becomes_a_square_of_whole_pixels() throws IOException {
            assertThat(Pictures.grid(two, 1, 2, png())).isTrue();

            // 56 / 2 = 28 pixels a pixel, 56 an image, 2 between: 56 + 2 + 56 wide.
            Raster raster = read().getRaster();
            assertThat(raster.getWidth()).isEqualTo(114);
            assertThat(raster.getHeight()).isEqualTo(56);
            assertThat(raster.getSample(0, 0, 0)).isZero();
            assertThat(raster.getSample(27, 27, 0)).isZero();
            assertThat(raster.getSample(28, 0, 0)).isEqualTo(51);
            assertThat(raster.getSample(0, 28, 0)).isEqualTo(102);
            assertThat(raster.getSample(55, 55, 0)).isEqualTo(255);
            assertThat(raster.getSample(56, 10, 0)).isEqualTo(ImageGrid.BETWEEN);
            assertThat(raster.getSample(57, 10, 0)).isEqualTo(ImageGrid.BETWEEN);
            assertThat(raster.getSample(58, 10, 0)).isEqualTo(153);
        }

        @Test
        void spare_cells_are_empty_and_spare_images_left_out() throws IOException {
            Pictures.grid(two, 2, 2, png());
            assertThat(read().getRaster().getSample(20, 58 + 20, 0)).isEqualTo(ImageGrid.BETWEEN);

            Pictures.grid(two, 1, 1, png());
            assertThat(read().getWidth()).isEqualTo(56);
        }

        @Test
        void samples_are_a_grid_of_ten_by_ten() throws IOException {
            FloatTensor digits = new FloatTensor(Shape.of(100, 28, 28), new float[100 * 784]);

            assertThat(Pictures.samples(digits, digits, Optional.empty(), Optional.empty(), png()))
                    .isTrue();

            // Twice 28 for each of ten, and nine gaps of two.
            assertThat(read().getWidth()).isEqualTo(578);
            assertThat(read().getHeight()).isEqualTo(578);
        }

        @Test
        void colours_stay_in_their_order() throws IOException {
            FloatTensor red = new FloatTensor(Shape.of(1, 1, 1, 3), new float[] {1, 0.2f, 0});

            Pictures.grid(red, 1, 1, png());

            assertThat(new Color(read().getRGB(0, 0))).isEqualTo(new Color(255, 51, 0));
        }

        @Test
        void images_about_0_are_shown_each_in_its_own_range_with_grey_for_0() throws IOException {
            FloatTensor centred = new FloatTensor(Shape.of(2, 1, 2), new float[] {-4, 2, -0.25f, 0.5f});

            Pictures.grid(centred, 2, 1, png());

            // Of the first image the furthest value is 4: 0.5 - 4/8 = 0 and 0.5 + 2/8 = 0.75, that is 191.25. Of the
            // second one
            // it is 0.5: 0.25, that is 63.75, and 1. A pixel is 28 pixels wide and high; 2 lie between the images.
            Raster raster = read().getRaster();
            assertThat(new int[] {
                        raster.getSample(0, 0, 0),
                        raster.getSample(28, 0, 0),
                        raster.getSample(0, 30, 0),
                        raster.getSample(28, 30, 0)
                    })
                    .containsExactly(0, 191, 64, 255);
        }

        @Test
        void values_out_of_range_are_clamped_and_nan_is_black() throws IOException {
            FloatTensor wild = new FloatTensor(Shape.of(1, 1, 3), new float[] {-7, Float.NaN, 9});

            Pictures.grid(wild, 1, 1, png());

            // 56 / 3 rounds to 19 pixels a pixel.
            Raster raster = read().getRaster();
            assertThat(new int[] {raster.getSample(0, 0, 0), raster.getSample(19, 0, 0), raster.getSample(38, 0, 0)})
                    .containsExactly(0, 0, 255);
        }

        @Test
        void a_strip_holds_all_images_in_lines() throws IOException {
            Pictures.strip(new FloatTensor(Shape.of(3, 2, 2), new float[12]), 2, png());

            assertThat(read().getWidth()).isEqualTo(114);
            assertThat(read().getHeight()).isEqualTo(114);
        }

        @Test
        void blocks_stand_beside_each_other_with_the_room_of_an_image_between() throws IOException {
            // Six blocks of 2·2 white images of one pixel: five beside each other, and one below.
            float[] white = new float[24];
            Arrays.fill(white, 1);
            Pictures.blocks(new FloatTensor(Shape.of(24, 1, 1), white), 2, png());

            // 5·2 + 4 images across and 2·2 + 1 down, 56 pixels each with 2 between.
            assertThat(read().getWidth()).isEqualTo(14 * 58 - 2);
            assertThat(read().getHeight()).isEqualTo(5 * 58 - 2);
            Raster raster = read().getRaster();
            assertThat(new int[] {
                        raster.getSample(0, 0, 0),
                        raster.getSample(58, 58, 0),
                        raster.getSample(2 * 58, 0, 0),
                        raster.getSample(3 * 58, 0, 0),
                        raster.getSample(0, 3 * 58, 0),
                        raster.getSample(3 * 58, 3 * 58, 0)
                    })
                    .containsExactly(255, 255, 128, 255, 255, 128);
        }

        @Test
        void the_last_image_of_each_line_stands_in_a_frame() throws IOException {
            FloatTensor last = new FloatTensor(Shape.of(2, 2, 2), new float[] {0.4f, 0, 0, 0, 0.8f, 0, 0, 0});
            assertThat(Pictures.beside(two, 1, last, png())).isTrue();

            // A column of two images, 56 wide; a frame of 4 around the other column, and 4 above and below.
            assertThat(read().getWidth()).isEqualTo(56 + 4 + 56 + 4 + 4);
            assertThat(read().getHeight()).isEqualTo(4 + 56 + 2 + 56 + 4);
            assertThat(new Color(read().getRGB(28, 4))).isEqualTo(new Color(51, 51, 51));
            assertThat(new Color(read().getRGB(62, 1))).isEqualTo(Palette.OPINION);
            assertThat(new Color(read().getRGB(64, 4))).isEqualTo(new Color(102, 102, 102));
            assertThat(new Color(read().getRGB(64, 4 + 58))).isEqualTo(new Color(204, 204, 204));
        }

        @Test
        void grey_levels_are_the_same_under_a_caption() throws IOException {
            Pictures.sideBySide(List.of(new Pictures.Panel("", two), new Pictures.Panel("", two)), 2, png());

            // 28 pixels for the caption above, 10 beside; the next panel begins 28 + 56 + 10 below.
            assertThat(new Color(read().getRGB(10 + 28, 28))).isEqualTo(new Color(51, 51, 51));
            assertThat(new Color(read().getRGB(10 + 58, 28 + 94))).isEqualTo(new Color(153, 153, 153));
        }
    }

    @Nested
    class Points {
        /** A diamond: both coordinates reach from -1 to 1, so half the axis is 1.4 rounded up: 1.5. */
        private final FloatTensor diamond = new FloatTensor(Shape.of(4, 2), new float[] {-1, 0, 1, 0, 0, -1, 0, 1});

        /** D is sure of data right of 0, and G is the identity on two draws: one straight line. */
        private final Players players = new Players(
                examples -> logits(examples),
                latent -> latent,
                new FloatTensor(Shape.of(2, 2), new float[] {-1, 0.9f, 1, 0.9f}),
                LogitMeaning.PROBABILITY);

        private static float[] logits(FloatTensor examples) {
            float[] logits = new float[examples.count()];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = 1000 * examples.row(i)[0];
            }
            return logits;
        }

        @Test
        void behind_the_points_stands_what_d_takes_a_place_for() throws IOException {
            FloatTensor origin = new FloatTensor(Shape.of(1, 2), new float[] {0, 0});

            Pictures.samples(origin, diamond, Optional.empty(), Optional.of(players), png());

            // At y = -1.2, far from points and lines: x = -0.75 is 40 + 440 * 0.75 / 3 = 150, x = 0.75 is 370.
            int y = 26 + 440 * 27 / 30;
            Color left = new Color(read().getRGB(153, y));
            Color right = new Color(read().getRGB(373, y));
            assertThat(left.getRed()).isGreaterThan(left.getBlue() + 30);
            assertThat(right.getBlue()).isGreaterThanOrEqualTo(right.getRed());
            assertThat(right).isNotEqualTo(Palette.PAPER.color());
        }

        @Test
        void where_d_is_no_probability_its_boundary_parts_the_places() throws IOException {
            // The logit 750 is that of x = 0.75: at x = 0.4, which is 40 + 440 * 1.9 / 3 = 318, D rejects.
            FloatTensor origin = new FloatTensor(Shape.of(1, 2), new float[] {0, 0});
            assertThat(isRejected(318, LogitMeaning.boundaryAt(750), origin)).isTrue();
            // The mean over the picture is that of x = 0.
            assertThat(isRejected(318, LogitMeaning.DIFFERENCE, origin)).isFalse();
            assertThat(isRejected(153, LogitMeaning.DIFFERENCE, origin)).isTrue();
        }

        /** A place that D takes for generated is red. */
        private boolean isRejected(int x, LogitMeaning logits, FloatTensor origin) throws IOException {
            Players critical = new Players(examples -> logits(examples), latent -> latent, players.latent(), logits);
            Pictures.samples(origin, diamond, Optional.empty(), Optional.of(critical), png());
            Color colour = new Color(read().getRGB(x, 26 + 440 * 27 / 30));
            return colour.getRed() > colour.getBlue() + 30;
        }

        @Test
        void a_straight_line_of_the_latent_space_is_drawn_where_g_takes_it() throws IOException {
            FloatTensor far = new FloatTensor(Shape.of(1, 2), new float[] {9, 9});
            Players blind = new Players(
                    examples -> new float[examples.count()],
                    latent -> latent,
                    players.latent(),
                    LogitMeaning.PROBABILITY);

            Pictures.samples(far, diamond, Optional.empty(), Optional.of(blind), png());

            // y = 0.9 is 26 + 440 * 0.6 / 3 = 114; at x = 0.1, between the lines of the frame, 40 + 440 * 1.6 / 3 =
            // 274.7.
            assertThat(darkest(274, 112, 116)).isLessThan(230);
            assertThat(darkest(274, 90, 100)).isGreaterThan(240);
        }

        private int darkest(int x, int from, int to) throws IOException {
            int darkest = 255;
            for (int y = from; y <= to; y++) {
                darkest = Math.min(darkest, new Color(read().getRGB(x, y)).getRed());
            }
            return darkest;
        }

        @Test
        void a_generated_point_is_drawn_where_it_lies() throws IOException {
            FloatTensor origin = new FloatTensor(Shape.of(1, 2), new float[] {0.3f, -0.3f});

            assertThat(Pictures.samples(origin, diamond, Optional.empty(), Optional.empty(), png()))
                    .isTrue();

            // 440 pixels for 3 from (40, 26): x = 40 + 440 * 1.8 / 3 = 304, y = 26 + 440 * 1.8 / 3 = 290.
            Color there = new Color(read().getRGB(304, 290));
            assertThat(there.getRed()).isGreaterThan(there.getBlue() + 60);
            assertThat(new Color(read().getRGB(285, 290))).isEqualTo(Palette.PAPER.color());
        }

        @Test
        void a_point_far_out_is_marked_at_the_edge_and_one_that_is_not_finite_is_not_drawn() throws IOException {
            FloatTensor far = new FloatTensor(Shape.of(2, 2), new float[] {500, 0.2f, Float.NaN, 0});
            Pictures.samples(far, diamond, Optional.empty(), Optional.empty(), png());

            // The right edge is at 480; y = 26 + 440 * (1.5 - 0.2) / 3 = 216.67.
            Color edge = new Color(read().getRGB(481, 217));
            assertThat(edge.getRed()).isGreaterThan(edge.getBlue() + 60);
        }

        @Test
        void pictures_of_all_steps_have_the_same_axes() throws IOException {
            FloatTensor near = new FloatTensor(Shape.of(1, 2), new float[] {0.3f, 0.3f});
            FloatTensor both = new FloatTensor(Shape.of(2, 2), new float[] {0.3f, 0.3f, 90, 90});

            Pictures.samples(near, diamond, Optional.empty(), Optional.empty(), png());
            BufferedImage first = read();
            Pictures.samples(both, diamond, Optional.empty(), Optional.empty(), png());

            // Only the corner, where the far point is marked, may differ.
            for (int x = 0; x < 470; x++) {
                assertThat(read().getRGB(x, 100)).isEqualTo(first.getRGB(x, 100));
            }
        }
    }

    @Nested
    class Numbers {
        private final Truth uniform = new Truth() {
            @Override
            public double logDensity(double[] x) {
                return Math.abs(x[0]) <= 1 ? Math.log(0.5) : Double.NEGATIVE_INFINITY;
            }

            @Override
            public List<double[]> modes() {
                return List.of(new double[] {0});
            }

            @Override
            public double modeDeviation() {
                return 1;
            }
        };

        @Test
        void a_histogram_is_as_high_as_its_density() throws IOException {
            Random random = new Random(1);
            float[] values = new float[200_000];
            for (int i = 0; i < values.length; i++) {
                values[i] = 2 * random.nextFloat() - 1;
            }
            FloatTensor draws = new FloatTensor(Shape.of(values.length, 1), values);

            assertThat(Pictures.samples(draws, draws, Optional.of(uniform), Optional.empty(), png()))
                    .isTrue();

            // The density is 1/2 and the axis ends at 0.7 rounded up, 0.8: the steps lie at 26 + 260 * (1 - 0.5 / 0.8)
            // = 123.5,
            // give or take the noise of 200,000 draws in 43 bins: 1.5 % of 162 pixels, 2.4.
            BufferedImage image = read();
            int x = 40 + 256 + 5;
            assertThat(new Color(image.getRGB(x, 110))).isEqualTo(Palette.PAPER.color());
            assertThat(new Color(image.getRGB(x, 140))).isNotEqualTo(Palette.PAPER.color());
        }

        @Test
        void scalars_have_a_picture_too_and_nothing_but_nan_does_no_harm() {
            FloatTensor nothing = new FloatTensor(Shape.of(3), new float[] {Float.NaN, Float.NaN, Float.NaN});

            assertThat(Pictures.samples(nothing, nothing, Optional.empty(), Optional.empty(), png()))
                    .isTrue();
        }
    }

    @Test
    void other_shapes_have_no_picture_and_leave_no_file() {
        FloatTensor triples = new FloatTensor(Shape.of(4, 3), new float[12]);

        assertThat(Pictures.samples(triples, triples, Optional.empty(), Optional.empty(), png()))
                .isFalse();
        assertThat(Pictures.strip(triples, 2, png())).isFalse();
        assertThat(Pictures.has(Shape.of(4, 4, 2))).isFalse();
        assertThat(png()).doesNotExist();
    }

    @Test
    void the_same_samples_give_the_same_bytes() throws IOException {
        Random random = new Random(7);
        float[] values = new float[2_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        FloatTensor points = new FloatTensor(Shape.of(1_000, 2), values);
        Pictures.samples(points, points, Optional.empty(), Optional.empty(), png());
        byte[] first = Files.readAllBytes(png());

        Pictures.samples(points, points, Optional.empty(), Optional.empty(), png());

        assertThat(Files.readAllBytes(png())).isEqualTo(first);
    }
}
