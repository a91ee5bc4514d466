package org.gan4j.experiments.run.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.junit.jupiter.api.Test;

class SignalsTest {
    private static FloatTensor normal(long seed, int count, int width, double scale) {
        Random random = new Random(seed);
        float[] values = new float[count * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (scale * random.nextGaussian());
        }
        return new FloatTensor(Shape.of(count, width), values);
    }

    @Test
    void of_the_data_itself_are_one() {
        FloatTensor data = normal(1, 50, 3, 1);
        float[] logits = {1, 2, 4};
        CollapseSignals signals = CollapseSignals.of(new EvaluationBatch(data, data, logits, logits));
        assertThat(signals).isEqualTo(new CollapseSignals(1, 1, 1));
        assertThat(signals.speakOfCollapse()).isFalse();
    }

    @Test
    void of_one_point_are_zero_but_for_the_neighbours_it_covers() {
        // 0, 1, …, 99 on the line: the fifth-nearest of i is 3 away inside; so the point 50 covers 47…53, 7 of 100
        float[] line = new float[100];
        float[] point = new float[100];
        for (int i = 0; i < 100; i++) {
            line[i] = i;
            point[i] = 50;
        }
        CollapseSignals signals = CollapseSignals.of(new EvaluationBatch(
                new FloatTensor(Shape.of(100, 1), point),
                new FloatTensor(Shape.of(100, 1), line),
                new float[] {0.5f, 0.5f},
                new float[] {-1, 1}));
        assertThat(signals).isEqualTo(new CollapseSignals(0, 0.07, 0));
        assertThat(signals.speakOfCollapse()).isTrue();
    }

    @Test
    void spread_is_a_ratio_of_lengths() {
        // Pairs of distinct points at the distances 2 and 10; half of all pairs, those of a point with itself, add 0 to
        // both
        FloatTensor near = new FloatTensor(Shape.of(2, 2), new float[] {0, 0, 0, 2});
        FloatTensor far = new FloatTensor(Shape.of(2, 2), new float[] {3, 0, 9, 8});
        // Deviations 1 and 4
        CollapseSignals signals =
                CollapseSignals.of(new EvaluationBatch(near, far, new float[] {1, 3}, new float[] {0, 8}));
        assertThat(signals.spread()).isCloseTo(0.2, within(1e-12));
        assertThat(signals.logits()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void perfect_sampler_covers_what_is_announced() {
        double sum = 0;
        for (int i = 0; i < 40; i++) {
            sum += CollapseSignals.of(new EvaluationBatch(
                            normal(2 * i, 256, 2, 1), normal(2 * i + 1, 256, 2, 1), new float[2], new float[2]))
                    .coverage();
        }
        // Each of the five nearest of 511 others is one of the 255 real ones: 255/511 · 254/510 · ... · 251/507.
        double none = 255.0 / 511 * 254 / 510 * 253 / 509 * 252 / 508 * 251 / 507;
        // A share near 0.97 of 256 has a deviation of 0.011; neighbours depend on each other, which at most triples it
        assertThat(sum / 40).isCloseTo(1 - none, within(5 * 0.033 / Math.sqrt(40)));
    }

    @Test
    void little_spread_and_one_other_sign_speak_of_collapse() {
        assertThat(new CollapseSignals(0.1, 0.1, 1).speakOfCollapse()).isTrue();
        assertThat(new CollapseSignals(0.1, 1, 0.1).speakOfCollapse()).isTrue();
        assertThat(new CollapseSignals(1, 0.1, 0.1).speakOfCollapse()).isFalse();
        assertThat(new CollapseSignals(0.1, 1, 1).speakOfCollapse()).isFalse();
        assertThat(new CollapseSignals(0.1, Double.NaN, Double.NaN).speakOfCollapse())
                .isFalse();
        assertThat(new CollapseSignals(Double.NaN, 0.1, 0.1).speakOfCollapse()).isFalse();
    }
}
