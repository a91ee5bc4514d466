package org.gan4j.experiments.library.metric.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.junit.jupiter.api.Test;

class ClassProbeTest {
    private static FloatTensor points(float... values) {
        return new FloatTensor(Shape.of(values.length, 1), values);
    }

    @Test
    void the_class_of_most_of_the_three_nearest_wins_and_the_nearest_where_all_differ() {
        ClassProbe probe = new ClassProbe(points(0, 1, 2, 10, 11, 20, 22), new int[] {5, 6, 6, 7, 8, 9, 9});
        assertThat(probe.count()).isEqualTo(7);
        // 0.1: nearest are 0, 1, 2 with 5, 6, 6. 10.2: 10, 11, 2 with 7, 8, 6. 10.9: 11, 10, 2. 30: 22, 20, 11 with 9,
        // 9, 8.
        assertThat(probe.classify(points(0.1f, 10.2f, 10.9f, 30))).containsExactly(6, 7, 8, 9);
    }

    @Test
    void it_does_not_matter_what_else_is_classified() {
        float[] many = new float[200];
        float[] real = new float[300];
        int[] labels = new int[300];
        for (int i = 0; i < 300; i++) {
            real[i] = i;
            labels[i] = i / 3;
        }
        for (int i = 0; i < many.length; i++) {
            many[i] = 3 * (i % 100) + 1;
        }
        // 3k + 1 is the middle one of the three numbers of class k.
        int[] found = new ClassProbe(points(real), labels).classify(points(many));
        for (int i = 0; i < many.length; i++) {
            assertThat(found[i]).isEqualTo(i % 100);
        }
    }
}
