package org.gan4j.experiments.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AxisTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    @Test
    void an_axis_ends_at_round_numbers_beyond_the_data() {
        // From 2.1 to 5.9: half 1.9, times 1.4 is 2.66, rounded up to 3; the centre is 4.
        Axis axis = Axis.around(2.1, 5.9, Double.NaN);

        assertThat(axis.high() - axis.low()).isCloseTo(6, EXACT);
        assertThat((axis.high() + axis.low()) / 2).isCloseTo(3.75, EXACT); // a multiple of 3 / 4
    }

    @Test
    void data_without_extent_still_has_an_axis() {
        assertThat(Axis.around(3, 3).high()).isGreaterThan(3);
        assertThat(Axis.around().holds(0)).isTrue();
    }

    @Test
    void numbers_round_up_to_ones_that_read_well() {
        assertThat(Axis.roundUp(0.021)).isCloseTo(0.025, EXACT);
        assertThat(Axis.roundUp(2)).isEqualTo(2);
        assertThat(Axis.roundUp(81)).isEqualTo(100);
    }

    @Test
    void labels_are_short() {
        assertThat(Axis.label(-1.5)).isEqualTo("-1.5");
        assertThat(Axis.label(2)).isEqualTo("2");
        assertThat(Axis.label(1e-17)).isEqualTo("0");
        assertThat(Axis.label(100)).isEqualTo("100");
    }

    @Test
    void over_more_than_a_decade_an_axis_of_settings_is_logarithmic() {
        assertThat(Axis.spanning(1, 10, 100).logarithmic()).isTrue();
        assertThat(Axis.spanning(1, 10, 100).pixel(10)).isCloseTo(0.5, EXACT);
        assertThat(Axis.spanning(1, 2, 5).logarithmic()).isFalse();
        assertThat(Axis.spanning(1, 2, 5).pixel(2)).isCloseTo(0.25, EXACT);
        assertThat(Axis.spanning(1, 10).logarithmic()).isFalse();
        assertThat(Axis.spanning(-1, 100).logarithmic()).isFalse();
        assertThat(Axis.spanning(5).pixel(5)).isEqualTo(0.5);
    }

    @Test
    void zero_has_no_logarithm_and_lies_half_a_decade_left() {
        Axis axis = Axis.spanning(0, 1, 10, 100);

        // The axis has 2.5 decades, from half a decade below 1 to 100: 1 is at 0.5/2.5 of it.
        assertThat(axis.pixel(0)).isZero();
        assertThat(axis.pixel(1)).isCloseTo(0.2, EXACT);
    }

    @Test
    void ticks_are_multiples_of_1_2_or_5_on_the_axis() {
        // 3.7 in four parts are 0.925 each, so steps of 1.
        Axis axis = new Axis(-1.2, 2.5, 0, 1);

        assertThat(axis.step(4)).isEqualTo(1);
        assertThat(axis.multiples(1)).containsExactly(-1, 0, 1, 2);
        assertThat(new Axis(0, 0.06, 0, 1).step(4)).isCloseTo(0.02, EXACT);
    }
}
