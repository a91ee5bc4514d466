package org.gan4j.experiments.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WhiskerTest {
    private static Whisker between(double low, double high) {
        return new Whisker(new Axis(low, high, 0, 100));
    }

    @Test
    void a_mean_lies_where_its_value_lies_between_the_ends() {
        // 3 is a quarter of the way from 2 to 6, 5 three quarters.
        String drawing = between(2, 6).draw(3, 2, 5, 1);

        assertThat(drawing)
                .contains("whisker c1")
                .contains("cx=\"25.00%\"")
                .contains("class=\"range\" x1=\"0.00%\" x2=\"75.00%\"")
                .doesNotContain("zero");
    }

    @Test
    void zero_is_marked_where_it_is_in_range() {
        assertThat(between(-1, 3).draw(1, -1, 3, 0)).contains("class=\"zero\" x1=\"25.00%\"");
    }

    @Test
    void without_an_interval_there_is_a_dot_and_without_a_mean_nothing() {
        assertThat(between(0, 1).draw(0.5, Double.NaN, Double.NaN, 0))
                .contains("<circle")
                .doesNotContain("range");
        assertThat(between(0, 1).draw(Double.NaN, Double.NaN, Double.NaN, 0)).doesNotContain("<circle");
    }

    @Test
    void a_range_holds_all_finite_values_with_a_margin() {
        // 6 % of 10 on both sides.
        assertThat(Whisker.over(DoubleStream.of(10, Double.NaN, 20))).isEqualTo(between(9.4, 20.6));
        assertThat(Whisker.over(DoubleStream.of(8, 8))).isEqualTo(between(4, 12));
    }
}
