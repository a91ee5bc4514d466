package org.gan4j.experiments.reproduce.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.junit.jupiter.api.Test;

class NearestExampleTest {
    private final FloatTensor train = new FloatTensor(Shape.of(3, 2), new float[] {0, 0, 4, 0, 0, 3});

    @Test
    void the_nearest_is_that_of_least_squared_distance() {
        FloatTensor samples = new FloatTensor(Shape.of(2, 2), new float[] {3, 1, 0, 2});
        // (3, 1): 9 + 1 to the first, 1 + 1 to the second, 9 + 4 to the third. (0, 2): 4, 16 + 4, 1.
        assertThat(NearestExample.of(samples, 0, train)).isEqualTo(new NearestExample(0, 1, 2));
        assertThat(NearestExample.of(samples, 1, train)).isEqualTo(new NearestExample(1, 2, 1));
    }

    @Test
    void of_equally_near_ones_the_first_is_taken() {
        FloatTensor between = new FloatTensor(Shape.of(1, 2), new float[] {2, 0});
        assertThat(NearestExample.of(between, 0, train)).isEqualTo(new NearestExample(0, 0, 4));
    }

    @Test
    void only_the_last_sample_of_each_row_has_one() {
        FloatTensor samples = new FloatTensor(Shape.of(4, 2), new float[] {9, 9, 0, 1, 9, 9, 4, 1});
        var nearest = NearestExample.ofLast(samples, 2, train);
        assertThat(nearest).containsExactly(new NearestExample(1, 0, 1), new NearestExample(3, 1, 1));
        assertThat(NearestExample.examples(nearest, train).values()).containsExactly(0, 0, 4, 0);
    }
}
