package com.example.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Truth;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.PriorLaws;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.plain.Array;
import org.gan4j.plain.PlainNoise;
import org.gan4j.plain.RealAlgebra;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class DataTest {
    private static final int DRAWS = 40_000;

    private static PlainNoise noise() {
        return PlainNoise.of(new RealAlgebra(), DRAWS, 7, "test");
    }

    private static double mean(Array drawn, DoubleUnaryOperator of) {
        return Arrays.stream(drawn.values()).map(of).average().orElseThrow();
    }

    @Nested
    class TriangularPriorTest {
        @TestFactory
        Stream<DynamicTest> laws() {
            return LawTests.of(PriorLaws.of(new TriangularPrior(3)));
        }

        @Test
        void draws_have_mean_0_and_variance_a_sixth() {
            Array drawn = new TriangularPrior(1).draw(noise()).raw();
            // Each uniform adds 1/12; the standard errors are √(1/6/n) = 0.002 and about 0.001.
            assertThat(mean(drawn, z -> z)).isCloseTo(0, within(0.01));
            assertThat(mean(drawn, z -> z * z)).isCloseTo(1 / 6.0, within(0.005));
            assertThat(Arrays.stream(drawn.values()).map(Math::abs).max().orElseThrow())
                    .isLessThanOrEqualTo(1);
        }

        @Test
        void a_batch_holds_the_size_it_declares() {
            assertThat(new TriangularPrior(3).draw(noise()).raw().shape()).isEqualTo(Shape.of(DRAWS, 3));
        }
    }

    @Nested
    class LaplaceTest {
        private final Laplace laplace = new Laplace(2);
        private final Truth truth = laplace.truth().orElseThrow();

        @Test
        void draws_have_the_moments_of_the_density() {
            Array drawn = laplace.draw(noise()).raw();
            // E|x| = scale = 2 and E[x²] = 2·scale² = 8; standard errors 0.01 and √(20·scale⁴/n) = 0.09.
            assertThat(mean(drawn, Math::abs)).isCloseTo(2, within(0.05));
            assertThat(mean(drawn, x -> x * x)).isCloseTo(8, within(0.45));
        }

        @Test
        void density_sums_to_1() {
            double step = 0.01;
            double sum = 0;
            for (double x = -60; x < 60; x += step) {
                sum += step * Math.exp(truth.logDensity(new double[] {x}));
            }
            // The tails beyond 60 hold e^-30; the sum errs by about step²/12·|p'|, 1e-5.
            assertThat(sum).isCloseTo(1, within(1e-4));
        }

        @Test
        void the_one_mode_has_the_deviation_of_the_density() {
            // √(2·scale²)
            assertThat(truth.modes()).hasSize(1);
            assertThat(truth.modeDeviation()).isCloseTo(Math.sqrt(8), within(1e-12));
        }
    }

    @Nested
    class DrawingsTest {
        @TempDir
        Path folder;

        private Drawings drawings(String text) throws IOException {
            return new Drawings(Files.writeString(folder.resolve("drawings.txt"), text), 2);
        }

        @Test
        void ink_is_1_and_each_line_keeps_its_split() throws IOException {
            Drawings drawings = drawings("#...\n".repeat(8) + ".#..\n" + "..##\n");
            assertThat(drawings.load(Split.TRAIN).count()).isEqualTo(8);
            assertThat(drawings.load(Split.VALIDATION).toFloats().values()).containsExactly(0, 1, 0, 0);
            assertThat(drawings.load(Split.TEST).toFloats().values()).containsExactly(0, 0, 1, 1);
        }

        @Test
        void a_line_of_another_length_is_named() throws IOException {
            Drawings drawings = drawings("#...\n#..\n");
            assertThatThrownBy(() -> drawings.load(Split.TRAIN))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageEndingWith("drawings.txt:2: has 3 characters, expected 4");
        }

        @Test
        void other_content_has_another_digest() throws IOException {
            assertThat(drawings("#...\n").digest())
                    .isNotEqualTo(drawings("....\n").digest());
        }
    }

    @Nested
    class SpreadTest {
        @Test
        void is_1_for_two_points_at_distance_2() {
            // (0, 5) and (2, 5) lie at distance 1 from their mean (1, 5).
            assertThat(spread(0, 5, 2, 5)).isCloseTo(1, within(1e-6));
        }

        @Test
        void is_0_for_a_collapsed_generator() {
            assertThat(spread(3, 4, 3, 4)).isCloseTo(0, within(1e-3));
        }

        @Test
        void a_number_of_samples_other_than_the_standard_one_is_a_departure() {
            assertThat(new Spread(2).measure(new Fixed(0, 0, 0, 0)))
                    .extracting(Measurement::key)
                    .containsExactly("eval/spread-n2");
        }

        private static double spread(double... values) {
            return new Spread(2).measure(new Fixed(values)).get(0).value();
        }

        /** Two generated points in the plane. */
        private record Fixed(double... values) implements Metric.Subject {
            @Override
            public FloatTensor sample(int count, String stream) {
                float[] floats = new float[values.length];
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = (float) values[i];
                }
                return new FloatTensor(Shape.of(count, 2), floats);
            }

            @Override
            public Dataset dataset() {
                throw new AssertionError("not asked for");
            }

            @Override
            public long seed() {
                return 0;
            }
        }
    }
}
