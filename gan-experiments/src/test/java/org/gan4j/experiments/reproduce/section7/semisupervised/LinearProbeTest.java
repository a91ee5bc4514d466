package org.gan4j.experiments.reproduce.section7.semisupervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Table;
import org.gan4j.api.data.Values;
import org.gan4j.api.problem.InvalidInput;
import org.junit.jupiter.api.Test;

/** The classifier on inputs whose worth is known; the pictures have one pixel, whose level is ten times their class. */
class LinearProbeTest {
    private static final int CLASSES = 4;
    private static final int LEVEL = 10;

    private static Table table(int count) {
        int[] labels = IntStream.range(0, count).map(i -> i * 7 % CLASSES).toArray();
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (LEVEL * labels[i]);
        }
        return new Table(Shape.of(1, 1), bytes, Optional.of(labels));
    }

    private static final LabelDraws DRAWS = new LabelDraws(table(400), "test");

    /** One unit for each class, on for the picture's own: a feature that is the label. */
    private static FloatTensor units(FloatTensor pictures) {
        float[] on = new float[pictures.count() * CLASSES];
        for (int i = 0; i < pictures.count(); i++) {
            on[i * CLASSES + Math.round(pictures.values()[i] * 255 / LEVEL)] = 1;
        }
        return new FloatTensor(Shape.of(pictures.count(), CLASSES), on);
    }

    @Test
    void features_that_are_the_label_tell_every_class() {
        AccuracyRow row = new LinearProbe(DRAWS, 3, table(40)).measure(8, "units", LinearProbeTest::units);
        assertThat(row.accuracies()).containsExactly(1.0, 1.0, 1.0);
        assertThat(row.sd()).isZero();
        assertThat(row.width()).isEqualTo(CLASSES);
    }

    @Test
    void features_without_variety_leave_a_guess() {
        // 40 test pictures, ten of each class, and one answer for all of them.
        AccuracyRow row = new LinearProbe(DRAWS, 3, table(40))
                .measure(8, "nothing", x -> new FloatTensor(Shape.of(x.count(), 2), new float[2 * x.count()]));
        assertThat(row.accuracies()).containsExactly(0.25, 0.25, 0.25);
    }

    @Test
    void a_draw_has_as_many_of_each_class_and_fewer_labels_are_the_first_of_more() {
        int[] few = DRAWS.rows(1, 8);
        int[] many = DRAWS.rows(1, 80);
        Table drawn = DRAWS.examples(many);
        for (int label = 0; label < CLASSES; label++) {
            int sought = label;
            assertThat(Arrays.stream(drawn.labels().orElseThrow()).filter(each -> each == sought))
                    .hasSize(20);
        }
        assertThat(many).doesNotHaveDuplicates().contains(few);
        assertThat(DRAWS.rows(1, 80)).isEqualTo(many);
        assertThat(DRAWS.rows(2, 80)).isNotEqualTo(many);
        assertThat(bytes(drawn)[79]).isEqualTo((byte) (LEVEL * drawn.labels().orElseThrow()[79]));
    }

    @Test
    void numbers_that_cannot_be_drawn_are_refused_with_the_nearest_that_can() {
        DRAWS.require(8);
        DRAWS.require(400);
        assertThatThrownBy(() -> DRAWS.require(101))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("a multiple of 4 from 8 to 400, such as 100");
        assertThatThrownBy(() -> DRAWS.require(4)).hasMessageContaining("such as 8");
        assertThatThrownBy(() -> DRAWS.require(4000)).hasMessageContaining("such as 400");
    }

    @Test
    void scaled_examples_have_no_mean_and_length_one_and_others_follow_them() {
        // Means 2 and 5; squared lengths of what is left 1 + 4 and 1 + 4, on average 5.
        InputScale scaling = InputScale.of(new FloatTensor(Shape.of(2, 2), new float[] {1, 3, 3, 7}));
        double unit = 1 / Math.sqrt(5);
        double[][] scaled = scaling.apply(new FloatTensor(Shape.of(2, 2), new float[] {1, 3, 2, 10}));
        assertThat(scaled[0]).containsExactly(new double[] {-unit, -2 * unit}, within(1e-12));
        assertThat(scaled[1]).containsExactly(new double[] {0, 5 * unit}, within(1e-12));
    }

    @Test
    void the_penalty_is_strong_where_the_input_tells_nothing() {
        // The input of each class is the same two numbers, so in every part any weight other than 0 is a mistake.
        double[][] noise = IntStream.range(0, 40)
                .mapToObj(i -> new double[] {(i / 2) % 2 == 0 ? 1 : -1})
                .toArray(double[][]::new);
        int[] coin = IntStream.range(0, 40).map(i -> i % 2).toArray();
        assertThat(Penalty.of(new LabelledExamples(noise, coin, 2))).isEqualTo(new Penalty(10, true));
        // And weak where it tells all: one number for each class, which a larger weight tells more surely.
        double[][] told = Arrays.stream(coin).mapToObj(y -> new double[] {y}).toArray(double[][]::new);
        assertThat(Penalty.of(new LabelledExamples(told, coin, 2))).isEqualTo(new Penalty(1e-5, true));
    }

    @Test
    void a_difference_can_be_claimed_if_its_interval_excludes_0() {
        AccuracyRow worse = row("pixels", 0.5, 0.6, 0.7);
        // Differences 0.1, 0.1 and 0.1: no spread, so the interval is the point.
        assertThat(AccuracyDifference.of(row("D", 0.6, 0.7, 0.8), worse).canBeClaimed())
                .isTrue();
        // Differences 0.1, -0.1 and 0: their mean is 0.
        AccuracyDifference none = AccuracyDifference.of(row("D", 0.6, 0.5, 0.7), worse);
        assertThat(none.canBeClaimed()).isFalse();
        assertThat(none.text()).contains("the interval holds 0");
        // t(0.975, 2) = 4.302653; differences 0.1, 0.2, 0.3 have s = 0.1, so 0.2 ± 4.302653·0.1/√3 = 0.2 ± 0.248414.
        AccuracyDifference unsure = AccuracyDifference.of(row("D", 0.6, 0.8, 1.0), worse);
        assertThat(unsure.low()).isCloseTo(-0.048414, within(1e-6));
        assertThat(unsure.canBeClaimed()).isFalse();
    }

    private static AccuracyRow row(String input, double... accuracies) {
        Penalty penalty = new Penalty(1, false);
        List<AccuracyRow.Fit> fits = Arrays.stream(accuracies)
                .mapToObj(accuracy -> new AccuracyRow.Fit(accuracy, penalty))
                .toList();
        return AccuracyRow.of(100, input, 1, fits);
    }

    private static byte[] bytes(Table table) {
        return ((Values.Bytes) table.values()).bytes();
    }
}
