package org.gan4j.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Shape;
import org.junit.jupiter.api.Test;

class PlainNoiseTest {
    private static final int COUNT = 40_000;

    private static PlainNoise noise(int count, long seed, String stream) {
        return PlainNoise.of(new RealAlgebra(), count, seed, stream);
    }

    private static double moment(double[] values, int order) {
        return Arrays.stream(values).map(v -> Math.pow(v, order)).average().orElseThrow();
    }

    @Test
    void uniform_draws_have_the_moments_of_the_unit_interval() {
        double[] values = noise(COUNT, 1, "z").uniform(Shape.of(1)).raw().values();
        assertThat(Arrays.stream(values)).allMatch(v -> v >= 0 && v < 1);
        // Mean 1/2 with a standard error of 1/√(12·40000) = 0.0014, second moment 1/3; five errors of room.
        assertThat(moment(values, 1)).isCloseTo(0.5, within(0.0072));
        assertThat(moment(values, 2)).isCloseTo(1.0 / 3, within(0.0075));
    }

    @Test
    void normal_draws_have_the_moments_of_the_standard_normal() {
        double[] values = noise(COUNT, 1, "z").normal(Shape.of(1)).raw().values();
        // Mean 0 (error 0.005), variance 1 (error √(2/40000) = 0.007), fourth moment 3 (error √(96/40000) = 0.049).
        assertThat(moment(values, 1)).isCloseTo(0, within(0.025));
        assertThat(moment(values, 2)).isCloseTo(1, within(0.036));
        assertThat(moment(values, 4)).isCloseTo(3, within(0.25));
    }

    @Test
    void draws_depend_on_seed_stream_and_number_of_the_call_alone() {
        double[] first = noise(4, 1, "z").normal(Shape.of(2)).raw().values();
        assertThat(noise(4, 1, "z").normal(Shape.of(2)).raw().values()).isEqualTo(first);
        assertThat(noise(4, 2, "z").normal(Shape.of(2)).raw().values()).isNotEqualTo(first);
        assertThat(noise(4, 1, "y").normal(Shape.of(2)).raw().values()).isNotEqualTo(first);
        PlainNoise noise = noise(4, 1, "z");
        noise.uniform(Shape.of(9));
        assertThat(noise.normal(Shape.of(2)).raw().values()).isNotEqualTo(first);
    }

    @Test
    void neighbouring_streams_are_uncorrelated() {
        double[] a = noise(COUNT, 1, "z1").normal(Shape.of(1)).raw().values();
        double[] b = noise(COUNT, 1, "z2").normal(Shape.of(1)).raw().values();
        double mean = IntStream.range(0, COUNT)
                .mapToDouble(i -> a[i] * b[i])
                .average()
                .orElseThrow();
        // Five standard errors of 1/√40000.
        assertThat(mean).isCloseTo(0, within(0.025));
    }

    @Test
    void a_batch_has_its_count_in_front() {
        assertThat(noise(7, 1, "z").uniform(Shape.of(2, 3)).raw().shape()).isEqualTo(Shape.of(7, 2, 3));
    }
}
