package org.gan4j.experiments.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void an_axis_ends_at_round_numbers_beyond_the_data() {
        // From 2.1 to 5.9: half 1.9, times 1.4 is 2.66, rounded up to 3; the centre is 4.
        Axis axis = Axis.around(2.1, 5.9, Double.NaN);

        assertThat(axis.high() - axis.low()).isCloseTo(6, Offset.offset(1e-12));
        assertThat((axis.high() + axis.low()) / 2).isCloseTo(3.75, Offset.offset(1e-12)); // a multiple of 3 / 4
    }

    @Test
    void data_without_extent_still_has_an_axis() {
        assertThat(Axis.around(3, 3).high()).isGreaterThan(3);
        assertThat(Axis.around().holds(0)).isTrue();
    }

    @Test
    void numbers_round_up_to_ones_that_read_well() {
        assertThat(Axis.roundUp(0.021)).isCloseTo(0.025, Offset.offset(1e-12));
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
}
