package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figure 1 from a real run, in a real browser. */
class Figure1IT {
    @TempDir
    Path folder;

    @Test
    void the_run_tells_the_story_of_the_figure() throws Exception {
        Program gan = Program.in(folder);
        // Whether it comes out is a matter of the seed; what is shown is not.
        JsonNode figure =
                gan.run("reproduce", "fig1", "seed=1", "--json", "--quiet").json();

        List<String> files = new ArrayList<>();
        figure.get("files")
                .forEach(file -> files.add(Path.of(file.asText()).getFileName().toString()));
        assertThat(files)
                .containsExactly("fig1.png", "fig1-a.png", "fig1-b.png", "fig1-c.png", "fig1-d.png", "fig1.html");
        assertThat(Files.size(folder.resolve(figure.get("files").get(0).asText())))
                .isLessThan(300_000);
        JsonNode panels = figure.get("rows").get(0).get("panels");
        // While D alone is trained, G stands still: to the bit the same p_g.
        assertThat(panels.get(1).get("divergence").asDouble())
                .isEqualTo(panels.get(0).get("divergence").asDouble());
        assertThat(panels.get(1).get("distanceFromOptimum").asDouble()).isLessThan(0.05);
        // While G alone is updated, D falls behind the D* that moves with it.
        assertThat(panels.get(2).get("distanceFromOptimum").asDouble())
                .isGreaterThan(panels.get(1).get("distanceFromOptimum").asDouble());
        assertThat(panels.get(3).get("divergence").asDouble())
                .isLessThan(panels.get(1).get("divergence").asDouble());

        try (Browser browser = Browser.start()) {
            String page = browser.open(folder.resolve(figure.get("files").get(5).asText()))
                    .pageWith("step 6,000");
            assertThat(page).doesNotContain("data-error").contains("<input type=\"range\"");
            assertThat(browser.console()).isEmpty();
        }
    }
}
