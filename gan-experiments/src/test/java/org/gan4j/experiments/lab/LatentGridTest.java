package org.gan4j.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.junit.jupiter.api.Test;

class LatentGridTest {
    private static final int EACH = 50;

    /** Returns all pairs (i, 100 + j) of numbers below {@link #EACH}. */
    private static FloatTensor pairs() {
        float[] values = new float[2 * EACH * EACH];
        for (int i = 0; i < EACH * EACH; i++) {
            values[2 * i] = i % EACH;
            values[2 * i + 1] = 100 + i / EACH;
        }
        return new FloatTensor(Shape.of(EACH * EACH, 2), values);
    }

    /** 25 lines through 50 equally likely numbers: the quantile (k + 1/2) / 25 is number 2·k + 1. */
    @Test
    void the_lines_are_quantiles_of_each_number() {
        FloatTensor z = LatentGrid.of(pairs()).orElseThrow().z();

        assertThat(z.shape()).isEqualTo(Shape.of(25 * 25, 2));
        assertThat(z.row(0)).containsExactly(1, 101);
        assertThat(z.row(1)).containsExactly(3, 101);
        assertThat(z.row(25)).containsExactly(1, 103);
        assertThat(z.row(25 * 25 - 1)).containsExactly(49, 149);
    }

    /** On a circle nothing lies in the middle, where the lines of both numbers cross. */
    @Test
    void numbers_that_depend_on_each_other_have_no_grid() {
        float[] circle = new float[2000];
        for (int i = 0; i < 1000; i++) {
            circle[2 * i] = (float) Math.cos(i * Math.PI / 500);
            circle[2 * i + 1] = (float) Math.sin(i * Math.PI / 500);
        }
        assertThat(LatentGrid.of(new FloatTensor(Shape.of(1000, 2), circle))).isEmpty();
    }

    @Test
    void one_number_and_three_have_no_grid() {
        assertThat(LatentGrid.of(new FloatTensor(Shape.of(9, 1), new float[9]))).isEmpty();
        assertThat(LatentGrid.of(new FloatTensor(Shape.of(9, 3), new float[27])))
                .isEmpty();
    }
}
