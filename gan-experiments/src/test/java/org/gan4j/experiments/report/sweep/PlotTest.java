package org.gan4j.experiments.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    @TempDir
    Path temp;

    private static Plot over(double... xs) {
        List<Plot.Point> points = Arrays.stream(xs)
                .mapToObj(x -> new Plot.Point(x, new double[] {1, 2, 3}))
                .toList();
        return new Plot("k", "eval/jsd", List.of(new Plot.Line("all", 0, points)));
    }

    @Test
    void over_more_than_a_decade_the_axis_is_logarithmic() {
        assertThat(over(1, 10, 100).isLogarithmic()).isTrue();
        assertThat(over(1, 10, 100).place(10)).isCloseTo(0.5, EXACT);
        assertThat(over(1, 2, 5).isLogarithmic()).isFalse();
        assertThat(over(1, 2, 5).place(2)).isCloseTo(0.25, EXACT);
        assertThat(over(1, 10).isLogarithmic()).isFalse();
        assertThat(over(-1, 100).isLogarithmic()).isFalse();
    }

    @Test
    void zero_has_no_logarithm_and_lies_half_a_decade_left() {
        Plot plot = over(0, 1, 10, 100);

        // From -0.5 to 2 on the axis: 1 is at 0.5/2.5 of it.
        assertThat(plot.place(0)).isZero();
        assertThat(plot.place(1)).isCloseTo(0.2, EXACT);
    }

    @Test
    void each_value_is_a_ring_each_mean_a_dot_and_from_three_values_on_there_is_a_bar() throws Exception {
        Plot plot = new Plot(
                "k",
                "eval/jsd",
                List.of(new Plot.Line(
                        "all",
                        2,
                        List.of(new Plot.Point(1, new double[] {1, 2, 3}), new Plot.Point(2, new double[] {1, 5})))));

        String drawn = Files.readString(plot.write(temp.resolve("new/plot.svg")));

        assertThat(drawn)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .endsWith("</svg>\n");
        assertThat(drawn.split("class=\"run c2\"", -1)).hasSize(6);
        assertThat(drawn.split("class=\"mean c2\"", -1)).hasSize(3);
        assertThat(drawn.split("class=\"range c2\"", -1)).hasSize(2);
    }
}
