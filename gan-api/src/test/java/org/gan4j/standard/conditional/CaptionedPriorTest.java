package org.gan4j.standard.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.PriorLaws;
import org.gan4j.plain.Array;
import org.gan4j.plain.PlainNoise;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.standard.prior.GaussianPrior;
import org.gan4j.standard.prior.UniformPrior;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CaptionedPriorTest {
    private static final int COUNT = 10_000;

    private final Prior inner = new UniformPrior(3, 2);
    private final CaptionedPrior prior = new CaptionedPrior(inner, 10);

    private static double[][] draw(Prior prior, int count) {
        Array drawn =
                prior.draw(PlainNoise.of(new RealAlgebra(), count, 1, "z")).raw();
        int width = prior.shape().size();
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = Arrays.copyOfRange(drawn.values(), i * width, (i + 1) * width);
        }
        return rows;
    }

    @TestFactory
    Stream<DynamicTest> it_keeps_the_laws() {
        return LawTests.of(PriorLaws.of(prior));
    }

    @Test
    void z_is_what_the_inner_prior_draws_alone() {
        assertThat(prior.shape()).isEqualTo(Shape.of(13));
        double[][] alone = draw(inner, 20);
        double[][] both = draw(prior, 20);
        for (int i = 0; i < 20; i++) {
            assertThat(Arrays.copyOf(both[i], 3)).isEqualTo(alone[i]);
        }
    }

    @Test
    void one_class_is_exactly_1_and_each_is_as_likely() {
        int[] counts = new int[10];
        for (double[] row : draw(prior, COUNT)) {
            double[] classes = Arrays.copyOfRange(row, 3, 13);
            assertThat(Arrays.stream(classes)).allMatch(value -> value == 0 || value == 1);
            assertThat(Arrays.stream(classes).sum()).isEqualTo(1);
            float[] latent = new float[13];
            for (int i = 0; i < 13; i++) {
                latent[i] = (float) row[i];
            }
            int label = prior.read(latent);
            assertThat(classes[label]).isEqualTo(1);
            counts[label]++;
        }
        // Binomial(10000, 0.1): mean 1000, deviation √900 = 30; five of them.
        assertThat(Arrays.stream(counts))
                .allSatisfy(count -> assertThat((double) count).isCloseTo(1000, within(150.0)));
    }

    /** Given numbers in place of chance, one a draw. */
    private record Given(NetAlgebra<Array> algebra, double... numbers) implements Noise<Array> {
        @Override
        public Expr<Array> uniform(Shape example) {
            return Expr.of(algebra, new Array(example.prepend(numbers.length), numbers));
        }

        @Override
        public Expr<Array> normal(Shape example) {
            return uniform(example);
        }
    }

    @Test
    void no_number_falls_between_two_classes() {
        // Of four classes with the bounds 1/4, 1/2, 3/4: a bound belongs to the class below it.
        double[] numbers = {0, 0.1, 0.25, Math.nextUp(0.25), 0.5, 0.75, Math.nextUp(0.75), Math.nextDown(1)};
        int[] expected = {0, 0, 0, 1, 1, 2, 3, 3};
        Array drawn = new CaptionedPrior(new GaussianPrior(1, 1), 4)
                .draw(new Given(new RealAlgebra(), numbers))
                .raw();
        for (int i = 0; i < numbers.length; i++) {
            double[] oneHot = new double[4];
            oneHot[expected[i]] = 1;
            assertThat(Arrays.copyOfRange(drawn.values(), i * 5 + 1, i * 5 + 5))
                    .as("u = " + numbers[i])
                    .isEqualTo(oneHot);
        }
    }

    @Test
    void a_class_stands_beside_vectors_only() {
        record Square() implements Prior {
            @Override
            public Shape shape() {
                return Shape.of(2, 2);
            }

            @Override
            public <T> Expr<T> draw(Noise<T> noise) {
                return noise.normal(shape());
            }
        }
        assertThatThrownBy(() -> new CaptionedPrior(new Square(), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("draws [2×2]");
    }
}
