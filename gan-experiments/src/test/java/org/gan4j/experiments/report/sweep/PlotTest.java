package org.gan4j.experiments.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTest {
    @TempDir
    Path temp;

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
