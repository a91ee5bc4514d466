package org.gan4j.experiments.library.metric.digit;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.junit.jupiter.api.Test;

class DigitNetTest {
    @Test
    void the_shipped_net_reads_a_stroke_as_one_and_a_ring_as_zero() {
        FloatTensor pictures = new FloatTensor(Shape.of(2, 28, 28), DrawnDigits.pixels(1, 0));
        DigitNet net = DigitNet.shipped();
        assertThat(net.digits(pictures)).containsExactly(1, 0);
        assertThat(net.probabilities(pictures)[0][1]).isGreaterThan(0.99);
        assertThat(net.probabilities(pictures)[1][0]).isGreaterThan(0.99);
    }

    @Test
    void the_units_of_pictures_stand_in_a_row_each() {
        FloatTensor pictures = new FloatTensor(Shape.of(2, 28, 28), DrawnDigits.pixels(1, 0));
        DigitNet net = DigitNet.shipped();
        FloatTensor units = net.allUnits(pictures);
        assertThat(units.shape()).isEqualTo(Shape.of(2, DigitNet.UNITS));
        assertThat(units.row(1)).containsExactly(net.units(pictures.row(1)));
    }

    @Test
    void the_digits_of_the_colours_write_the_mode_red_first() {
        float[] pixels = new float[3 * DigitNet.PIXELS];
        float[] digits = DrawnDigits.pixels(1, 0, 1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = digits[i % 3 * DigitNet.PIXELS + i / 3];
        }
        assertThat(StackedModes.modes(DigitNet.shipped(), new FloatTensor(Shape.of(1, 28, 28, 3), pixels)))
                .containsExactly(101);
    }

    @Test
    void training_learns_what_tells_two_classes_apart_and_gives_equal_bits_again() {
        // Class 3 is lit in the upper half, class 7 in the lower one.
        float[] pixels = new float[40 * DigitNet.PIXELS];
        int[] labels = new int[40];
        for (int i = 0; i < pixels.length; i++) {
            int picture = i / DigitNet.PIXELS;
            boolean upper = i % DigitNet.PIXELS < DigitNet.PIXELS / 2;
            labels[picture] = picture % 2 == 0 ? 3 : 7;
            pixels[i] = upper == (picture % 2 == 0) ? 0.5f : 0;
        }
        FloatTensor pictures = new FloatTensor(Shape.of(40, 28, 28), pixels);
        DigitNet net = DigitNetTraining.trained(pictures, labels);
        assertThat(net.digits(pictures)).isEqualTo(labels);
        assertThat(DigitNetTraining.trained(pictures, labels).hidden()).isDeepEqualTo(net.hidden());
    }
}
