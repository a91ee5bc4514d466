package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Table 1 and the figures, from real runs. */
class FiguresIT {
    @TempDir
    Path folder;

    private Program gan;

    @BeforeEach
    void start() {
        gan = Program.in(folder);
    }

    @Test
    void a_table_trains_its_seeds_and_figures_take_one_of_them() throws Exception {
        JsonNode table = gan.run(
                        "reproduce",
                        "table1",
                        "recipe=fashion-mini",
                        "steps=30",
                        "eval.every=0",
                        "--seeds",
                        "2",
                        "--json",
                        "--quiet")
                .succeeded()
                .json();

        JsonNode rows = table.get("rows");
        // The paper's four, the mean, two seeds, three controls.
        assertThat(rows).hasSize(10);
        assertThat(rows.get(3).get("value").asDouble()).isEqualTo(225);
        double first = rows.get(5).get("value").asDouble();
        double second = rows.get(6).get("value").asDouble();
        assertThat(rows.get(4).get("value").asDouble()).isCloseTo((first + second) / 2, within(1e-9));
        // Of two values the standard deviation is their distance over √2.
        assertThat(rows.get(4).get("plusMinus").asDouble())
                .isCloseTo(Math.abs(first - second) / Math.sqrt(2), within(1e-9));
        assertThat(table.get("metric").asText()).isEqualTo("eval/parzen-v100-t100");
        assertThat(folder.resolve(table.get("files").get(0).asText())).content().contains("numbers of different data");

        String run = table.get("runs").get(1).asText();
        JsonNode again = gan.run("reproduce", "table1", "controls=false", "--run", run, "--json", "--quiet")
                .succeeded()
                .json();
        assertThat(again.get("rows").get(4).get("value").asDouble()).isEqualTo(second);
        assertThat(again.get("rows").get(4).get("kind").asText()).isEqualTo("standard error over test images");
        neighbours(run);
        lines(run);
        inference(run);
    }

    private void neighbours(String run) throws Exception {
        JsonNode figure =
                gan.run("reproduce", "fig2", "--run", run, "--json").succeeded().json();

        List<Integer> samples = new ArrayList<>();
        figure.get("rows").forEach(row -> samples.add(row.get("sample").asInt()));
        assertThat(samples).containsExactly(4, 9, 14, 19);
        Path file = folder.resolve(figure.get("files").get(0).asText());
        BufferedImage image = ImageIO.read(file.toFile());
        // Five columns of 56 with gaps of 2, a frame of 4 around another; four rows.
        assertThat(image.getWidth()).isEqualTo(5 * 56 + 4 * 2 + 56 + 3 * 4);
        assertThat(image.getHeight()).isEqualTo(4 * 56 + 3 * 2 + 2 * 4);
        byte[] before = Files.readAllBytes(file);
        gan.run("reproduce", "fig2", "--run", run).succeeded();
        assertThat(file).hasBinaryContent(before);
    }

    private void lines(String run) throws Exception {
        JsonNode figure = gan.run("reproduce", "fig3", "--run", run, "lines=2", "points=7", "--json")
                .succeeded()
                .json();

        BufferedImage image =
                ImageIO.read(folder.resolve(figure.get("files").get(0).asText()).toFile());
        assertThat(image.getWidth()).isEqualTo(7 * 56 + 6 * 2);
        assertThat(image.getHeight()).isEqualTo(2 * 56 + 2);
    }

    private void inference(String run) throws Exception {
        Program.Result done =
                gan.run("reproduce", "inference", "--run", run, "updates=20", "hidden=[32]", "--json", "--quiet");

        JsonNode found = done.json();
        // The uniform prior has the variance 1. An answer near 0 errs by about as much, and 20 updates do not find z.
        assertThat(found.get("variance").asDouble()).isCloseTo(1, within(0.01));
        assertThat(found.get("share").asDouble()).isBetween(0.5, 2.0);
        assertThat(done.code()).isEqualTo(1);
        assertThat(folder.resolve(found.get("files").get(0).asText())).exists();
    }
}
