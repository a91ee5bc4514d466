package org.gan4j.experiments.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.track.Observation;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.mlflow.server.Address;
import org.gan4j.experiments.store.journal.Runs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class MlflowTrackerTest {
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

    @Test
    void a_run_has_its_experiment_settings_and_classes_as_parameters() throws IOException {
        tracker.begun(Runs.run("a"));

        assertThat(fake.store.experiments).containsOnlyKeys("ring");
        assertThat(fake.store.run("a").params)
                .containsOnly(
                        entry("loss", "minimax"),
                        entry("seed", "1"),
                        entry("prior.size", "16"),
                        entry("loss.class", "org.gan4j.losses.Minimax"),
                        entry("prior.class", "example.Triangular"),
                        entry("prior.module", "example.Swap"),
                        entry("prior.jar", "ffee"),
                        entry("probes.minimax.class", "org.gan4j.losses.Minimax"),
                        entry("probes.blend_share_0.1.class", "org.gan4j.losses.Blend"),
                        entry("probes.mine.class", "example.Mine"),
                        entry("probes.mine.jar", "ffee"));
    }

    @Test
    void a_run_has_its_provenance_as_tags() throws IOException {
        tracker.begun(Runs.run("a"));

        assertThat(fake.store.run("a").tags)
                .containsEntry("mlflow.runName", "minimax-a")
                .containsEntry("mlflow.user", System.getProperty("user.name"))
                .containsEntry("mlflow.source.git.commit", "c0ffee")
                .containsEntry("gan4j.hash", "0123abcd")
                .containsEntry("gan4j.device", "cpu")
                .containsEntry("gan4j.status", "running")
                .containsEntry("gan4j.version.java", "17")
                .containsEntry("gan4j.plugin.example.Module", "1.2, example.jar sha256:ffee")
                .doesNotContainKey("mlflow.parentRunId");
    }

    @Test
    void a_run_of_a_comparison_has_it_as_parent() throws IOException {
        tracker.begun(Runs.comparison("p"));
        tracker.begun(Runs.child("a", "p"));

        assertThat(fake.store.run("a").tags).containsEntry("mlflow.parentRunId", fake.store.run("p").id);
    }

    @Test
    void a_parent_that_comes_after_its_child_is_the_same_run() throws IOException {
        tracker.begun(Runs.child("a", "p"));
        tracker.begun(Runs.comparison("p"));

        assertThat(fake.store.run("a").tags).containsEntry("mlflow.parentRunId", fake.store.run("p").id);
        assertThat(fake.store.run("p").tags).containsEntry("mlflow.runName", "compare-p");
        assertThat(fake.store.runs).hasSize(2);
    }

    @Test
    void a_value_keeps_its_step_and_the_time_it_was_recorded_at() throws IOException {
        RunRecord run = Runs.run("a");
        tracker.begun(run);
        tracker.measured(run, Observation.of(10, 1234, Map.of("loss/d", 1.25)));
        tracker.flush();

        assertThat(fake.store.run("a").metrics).containsExactly(new FakeStore.Point("loss/d", 1234, 10, 1.25));
    }

    @Test
    void another_tracker_that_delivers_the_same_again_changes_nothing() throws IOException {
        for (int repetition = 0; repetition < 2; repetition++) {
            try (MlflowTracker again = tracker()) {
                again.begun(Runs.run("a"));
                again.measured(Runs.run("a"), Observation.of(10, 1234, Map.of("loss/d", 1.25, "loss/g", Double.NaN)));
                again.ended(Runs.run("a"), Status.FINISHED, 2000);
            }
        }

        assertThat(fake.store.runs).hasSize(1);
        assertThat(fake.store.run("a").metrics).hasSize(1);
        assertThat(fake.store.run("a").status).isEqualTo("FINISHED");
    }

    @Test
    void more_than_the_server_takes_at_once_goes_in_several_requests() throws IOException {
        RunRecord run = Runs.run("a");
        Map<String, Double> values = new HashMap<>();
        for (int i = 0; i < 250; i++) {
            values.put("metric/" + i, (double) i);
        }
        for (int step = 1; step <= 11; step++) {
            tracker.measured(run, Observation.of(step, step, values));
        }
        tracker.flush();

        // The fake refuses more than 1,000 points or 100 names. 100 names × 11 steps = 1,100 points: two requests;
        // twice that,
        // and one for the last 50 names × 11 = 550.
        assertThat(fake.store.run("a").metrics).hasSize(2750);
        assertThat(fake.store.requests)
                .filteredOn(request -> request.endsWith("log-batch"))
                .hasSize(5);
    }

    @Test
    void the_first_value_that_is_not_finite_is_a_tag_and_never_a_metric() throws IOException {
        RunRecord run = Runs.run("a");
        tracker.measured(run, Observation.of(10, 1, Map.of("loss/d", 1.0, "loss/g", Double.POSITIVE_INFINITY)));
        tracker.measured(run, Observation.of(20, 2, Map.of("loss/d", Double.NaN)));
        tracker.flush();
        try (MlflowTracker later = tracker()) {
            later.measured(run, Observation.of(30, 3, Map.of("loss/d", Double.NaN)));
            later.flush();
        }

        assertThat(fake.store.run("a").metrics).containsExactly(new FakeStore.Point("loss/d", 1, 10, 1.0));
        assertThat(fake.store.run("a").tags).containsEntry("gan4j.nonFinite", "loss/g@10");
    }

    @ParameterizedTest
    @CsvSource({"FINISHED,FINISHED", "FAILED,FAILED", "KILLED,KILLED", "DIVERGED,FAILED"})
    void a_run_ends_as_mlflow_calls_it_and_its_own_word_is_a_tag(Status status, String theirs) throws IOException {
        tracker.begun(Runs.run("a"));
        tracker.ended(Runs.run("a"), status, 2000);

        assertThat(fake.store.run("a").status).isEqualTo(theirs);
        assertThat(fake.store.run("a").end).isEqualTo(2000);
        assertThat(fake.store.run("a").tags).containsEntry("gan4j.status", status.toString());
    }

    @Test
    void a_run_that_goes_on_is_running_again() throws IOException {
        tracker.begun(Runs.run("a"));
        tracker.ended(Runs.run("a"), Status.KILLED, 2000);
        tracker.begun(Runs.run("a"));

        assertThat(fake.store.run("a").status).isEqualTo("RUNNING");
        assertThat(fake.store.run("a").tags).containsEntry("gan4j.status", "running");
    }

    @Test
    void a_file_lies_there_as_in_the_runs_folder() throws IOException {
        Path report = Files.writeString(folder.resolve("the report+1.html"), "<html>");
        tracker.artifact(Runs.run("a"), "the report+1.html", report, 10, 1234);

        assertThat(fake.store.artifacts)
                .containsOnlyKeys("1/" + fake.store.run("a").id + "/artifacts/the report+1.html");
    }

    @Test
    void a_picture_of_a_step_is_in_the_image_grid_too_with_a_thumbnail() throws IOException {
        Path picture = folder.resolve("step-000000500.png");
        ImageIO.write(new BufferedImage(640, 320, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        for (int repetition = 0; repetition < 2; repetition++) {
            tracker.artifact(Runs.run("a"), "artifacts/samples/step-000000500.png", picture, 500, 1234);
        }

        String root = "1/" + fake.store.run("a").id + "/artifacts/";
        List<String> names = fake.store.artifacts.keySet().stream()
                .map(name -> name.substring(root.length()))
                .toList();
        String uuid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
        assertThat(names).hasSize(3);
        assertThat(names.get(0)).isEqualTo("artifacts/samples/step-000000500.png");
        assertThat(names.get(1))
                .matches("images/samples\\+step\\+500\\+timestamp\\+1234\\+" + uuid + "\\+compressed\\.png");
        assertThat(names.get(2)).matches("images/samples\\+step\\+500\\+timestamp\\+1234\\+" + uuid + "\\.png");
        BufferedImage thumbnail = ImageIO.read(new ByteArrayInputStream(fake.store.artifacts.get(root + names.get(1))));
        // The longer side becomes 256; 320 · 256 / 640 = 128.
        assertThat(thumbnail.getWidth()).isEqualTo(256);
        assertThat(thumbnail.getHeight()).isEqualTo(128);
        assertThat(fake.store.run("a").tags).containsEntry("mlflow.loggedImages", "true");
    }

    @Test
    void without_an_address_there_is_no_destination() {
        try (MlflowTracker nowhere = new MlflowTracker(Optional.empty())) {
            assertThat(nowhere.destination()).isEmpty();
        }
    }
}
