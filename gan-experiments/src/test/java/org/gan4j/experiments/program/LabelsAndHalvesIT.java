package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two parts of the paper's section 7, from one short run. */
class LabelsAndHalvesIT {
    @TempDir
    Path folder;

    private Program gan;

    @BeforeEach
    void start() {
        gan = Program.in(folder);
    }

    @Test
    void a_run_is_asked_for_few_labels_and_for_hidden_halves() throws Exception {
        String run = gan.run("train", "fashion-mini", "steps=30", "eval.every=0", "--json", "--quiet")
                .succeeded()
                .json()
                .get("run")
                .asText();
        labels(run);
        halves(run);
    }

    private void labels(String run) {
        JsonNode probe = gan.run(
                        "reproduce", "semi-supervised", "--run", run, "labels=[20]", "draws=3", "--json", "--quiet")
                .succeeded()
                .json();
        JsonNode rows = probe.get("rows");
        assertThat(probe.get("test").asInt()).isEqualTo(100);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).get("input").asText()).isEqualTo("pixels");
        assertThat(rows.get(0).get("width").asInt()).isEqualTo(28 * 28);
        assertThat(rows.get(1).get("width")).isEqualTo(rows.get(2).get("width"));
        JsonNode toPixels = probe.get("differences").get(0);
        assertThat(toPixels.get("mean").asDouble())
                .isCloseTo(
                        rows.get(2).get("mean").asDouble()
                                - rows.get(0).get("mean").asDouble(),
                        within(1e-9));
        double half = (toPixels.get("high").asDouble() - toPixels.get("low").asDouble()) / 2;
        assertThat(toPixels.get("canBeClaimed").asBoolean())
                .isEqualTo(Math.abs(toPixels.get("mean").asDouble()) > half);
    }

    private void halves(String run) throws Exception {
        Program.Result left = gan.run(
                "reproduce",
                "inpainting",
                "--run",
                run,
                "hide=left",
                "draws=400",
                "images=30",
                "sigma=0.3",
                "--json",
                "--quiet");
        JsonNode filled = left.json();
        assertThat(left.code()).isEqualTo(filled.get("passed").asBoolean() ? 0 : 1);
        assertThat(filled.get("images").asInt()).isEqualTo(30);
        assertThat(StreamSupport.stream(filled.get("rows").spliterator(), false))
                .hasSize(6)
                .allMatch(row -> row.get("error").asDouble() > 0);
        assertThat(filled.get("rows").get(2).get("difference").asDouble()).isZero();
        BufferedImage picture =
                ImageIO.read(folder.resolve(filled.get("files").get(0).asText()).toFile());
        // Twelve images of 56 with gaps of 2 and a margin of 10 on either side.
        assertThat(picture.getWidth()).isEqualTo(12 * 56 + 11 * 2 + 2 * 10);
        JsonNode right = gan.run(
                        "reproduce",
                        "inpainting",
                        "--run",
                        run,
                        "hide=right",
                        "draws=400",
                        "images=30",
                        "sigma=0.3",
                        "--json")
                .json();
        assertThat(right.get("rows").get(0).get("error"))
                .isNotEqualTo(filled.get("rows").get(0).get("error"));
    }
}
