package org.gan4j.experiments.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.track.Observation;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.mlflow.server.Address;
import org.gan4j.experiments.store.ComparisonRecord;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.Runs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what people find in MLflow beside parameters and values: descriptions, ready-made charts, the data set, a comparison's table. */
class MlflowPagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private FakeMlflow fake;
    private MlflowTracker tracker;

    @BeforeEach
    void start() throws IOException {
        fake = FakeMlflow.started();
        tracker = tracker();
    }

    @AfterEach
    void stop() {
        tracker.close();
        fake.close();
    }

    private MlflowTracker tracker() {
        return new MlflowTracker(Optional.of(Address.of(fake.uri()).patient(Duration.ofSeconds(5))));
    }

    private JsonNode view(String id) throws IOException {
        JsonNode view = JSON.readTree(fake.store.experimentTags.get("ring").get("mlflow.sharedViewState." + id));
        return JSON.readTree(view.path("state").asText());
    }

    @Test
    void an_experiment_is_described_and_has_its_charts_ready() throws IOException {
        tracker.begun(Runs.run("a"));

        assertThat(fake.store.experimentTags.get("ring").get("mlflow.note.content"))
                .contains("data set **ring**");
        JsonNode gradients = view("gan4j").path("compareRunCharts").get(1);
        assertThat(gradients.path("selectedMetricKeys"))
                .extracting(JsonNode::asText)
                .containsExactly("grad/g.minimax", "grad/g.mine", "grad/g.blend_share_0.1");
        assertThat(view("gan4j").path("useGroupedValuesInCharts").asBoolean()).isTrue();
        assertThat(view("gan4j-runs").path("useGroupedValuesInCharts").asBoolean())
                .isFalse();
    }

    @Test
    void what_people_wrote_about_an_experiment_stays() throws IOException {
        fake.store.experiments.put("ring", "active");
        fake.store.experimentTags.put("ring", new TreeMap<>(Map.of("mlflow.note.content", "mine")));
        tracker.begun(Runs.run("a"));

        assertThat(fake.store.experimentTags.get("ring"))
                .containsEntry("mlflow.note.content", "mine")
                .containsKeys("mlflow.sharedViewState.gan4j", "mlflow.sharedViewState.gan4j-runs");
    }

    @Test
    void the_charts_begin_with_the_last_picture_of_a_run_that_ended() throws IOException {
        RunRecord run = Runs.run("a");
        tracker.begun(run);
        picture(tracker, run, 500);
        tracker.ended(run, Status.FINISHED, 2345);

        JsonNode samples = view("gan4j-runs").path("compareRunCharts").get(4);
        assertThat(samples.path("imageKeys").get(0).asText()).isEqualTo("samples");
        assertThat(samples.path("step").asLong()).isEqualTo(500);
    }

    /** The trainer and {@code gan ui} may both deliver a run, in turns; here each delivers what the other does not know. */
    @Test
    void the_charts_begin_with_the_last_picture_whoever_delivered_it() throws IOException {
        RunRecord run = Runs.run("a");
        tracker.begun(run);
        picture(tracker, run, 0);
        try (MlflowTracker other = tracker()) {
            picture(other, run, 500);
        }
        tracker.ended(run, Status.FINISHED, 2345);

        assertThat(view("gan4j-runs")
                        .path("compareRunCharts")
                        .get(4)
                        .path("step")
                        .asLong())
                .isEqualTo(500);
    }

    @Test
    void a_chart_shows_the_metric_s_departure_and_not_another_metric_whose_name_begins_alike() throws IOException {
        RunRecord run = Runs.measuring("a", "eval/near", "eval/near-far");
        tracker.begun(run);
        picture(tracker, run, 0);
        tracker.measured(run, Observation.of(1, 1234, Map.of("eval/near-far", 1.0, "eval/near-n500", 2.0)));
        tracker.ended(run, Status.FINISHED, 2345);

        assertThat(view("gan4j").path("compareRunCharts"))
                .filteredOn(chart -> chart.path("displayName").asText().startsWith("eval/near"))
                .extracting(chart -> chart.path("selectedMetricKeys").get(0).asText())
                .containsExactly("eval/near-n500", "eval/near-far");
    }

    private void picture(MlflowTracker by, RunRecord run, long step) throws IOException {
        Path picture = folder.resolve("step-%09d.png".formatted(step));
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        by.artifact(run, "artifacts/samples/" + picture.getFileName(), picture, step, 1234);
    }

    @Test
    void the_data_set_is_an_input_with_its_digest() throws IOException {
        tracker.begun(Runs.run("a"));
        tracker.begun(Runs.run("a"));

        assertThat(fake.store.run("a").inputs).singleElement().satisfies(input -> {
            assertThat(input.at("/dataset/name").asText()).isEqualTo("ring");
            assertThat(input.at("/dataset/digest").asText()).isEqualTo("d1ce");
            assertThat(input.at("/tags/0/value").asText()).isEqualTo("train");
        });
    }

    @Test
    void a_comparison_says_its_conclusion_and_has_its_table_and_means() throws IOException {
        RunFolder comparison = new RunFolder(folder);
        comparison.write(new ComparisonRecord(
                List.of(),
                List.of(
                        new Comparison.Row("minimax", "eval/jsd", 3, 0, 1, 0.25, 0.2, 0.3, "a"),
                        new Comparison.Row("untrained", "eval/jsd", 2, 0, 0, 0.5, Double.NaN, Double.NaN, ""),
                        new Comparison.Row("minimax", "grad/g", 3, 0, 0, 7, 6, 8, "")),
                List.of(),
                "  the table",
                "Nothing can be claimed."));
        RunRecord run = Runs.comparison("p");
        tracker.begun(run);
        tracker.artifact(run, "comparison.json", comparison.comparisonJson(), 0, 1234);
        tracker.flush();

        FakeStore.Run there = fake.store.run("p");
        assertThat(there.tags.get("mlflow.note.content"))
                .startsWith("Nothing can be claimed.")
                .contains("```\n  the table\n```");
        assertThat(there.metrics)
                .containsExactlyInAnyOrder(
                        new FakeStore.Point("summary/eval.jsd/minimax", 1234, 0, 0.25),
                        new FakeStore.Point("summary/eval.jsd/minimax.low", 1234, 0, 0.2),
                        new FakeStore.Point("summary/eval.jsd/minimax.high", 1234, 0, 0.3),
                        new FakeStore.Point("summary/eval.jsd/untrained", 1234, 0, 0.5));
        assertThat(there.tags)
                .containsEntry("mlflow.loggedArtifacts", "[{\"path\":\"comparison-table.json\",\"type\":\"table\"}]");
        JsonNode table = JSON.readTree(new String(
                fake.store.artifacts.get("1/" + there.id + "/artifacts/comparison-table.json"),
                StandardCharsets.UTF_8));
        assertThat(table.path("columns")).hasSize(9);
        assertThat(table.path("columns").get(0).asText()).isEqualTo("arm");
        assertThat(table.path("data").get(0).toString())
                .isEqualTo("[\"minimax\",\"eval/jsd\",3,0,1,0.25,0.2,0.3,\"a\"]");
        assertThat(table.path("data").get(1).get(6).isNull()).isTrue();
    }
}
