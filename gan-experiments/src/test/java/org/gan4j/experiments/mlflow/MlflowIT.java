package org.gan4j.experiments.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.gan4j.experiments.mlflow.RestInterface.id;
import static org.gan4j.experiments.mlflow.RestInterface.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.Journal;
import org.gan4j.experiments.store.journal.Runs;
import org.gan4j.experiments.tracking.Sender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code gan ui} starts a real MLflow; what is recorded in run folders is asked back through its REST interface. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class MlflowIT {
    private static final int STEPS = FinishedRun.STEPS;

    @TempDir
    static Path runs;

    @TempDir
    Path elsewhere;

    private static Process ui;
    private static RestInterface mlflow;

    @BeforeAll
    static void recordRunsAndStartTheProgram() throws IOException {
        String path = searchPath();
        need(
                Stream.of(path.split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "mlflow"))),
                "no mlflow on the PATH or beside GAN_PYTHON; get it with: pip install mlflow");
        Path program = Path.of(System.getProperty("gan.home", "target/gan"), "bin", "gan");
        need(Files.isExecutable(program), program + " is missing; mvn verify makes it");
        FinishedRun.record(runs.resolve("ring/compare-p"), Runs.comparison("p"), Status.FINISHED);
        FinishedRun.record(runs.resolve("ring/minimax-a"), Runs.child("a", "p"), Status.FINISHED);
        FinishedRun.record(runs.resolve("ring/minimax-b"), Runs.child("b", "p"), Status.DIVERGED);
        ProcessBuilder command = new ProcessBuilder(
                        program.toString(),
                        "ui",
                        "--json",
                        "--port",
                        Integer.toString(freePort()),
                        "--runs",
                        runs.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().put("PATH", path);
        command.environment().remove("MLFLOW_TRACKING_URI");
        ui = command.start();
        BufferedReader out = ui.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        assertThat(line).as("what gan ui prints").isNotNull();
        mlflow = new RestInterface(new ObjectMapper().readTree(line).path("uri").asText());
    }

    @AfterAll
    static void theServerEndsWithTheProgram() throws InterruptedException {
        if (ui != null) {
            ui.destroy();
            assertThat(ui.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> mlflow.get("/health")).isInstanceOf(ConnectException.class);
        }
    }

    private static void need(boolean there, String reason) {
        if (!there && "required".equals(System.getenv("GAN_IT"))) {
            fail(reason);
        }
        Assumptions.assumeTrue(there, reason);
    }

    private static String searchPath() {
        String python = System.getenv("GAN_PYTHON");
        String path = System.getenv().getOrDefault("PATH", "");
        return python == null ? path : Path.of(python).getParent() + File.pathSeparator + path;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void await(String what, Condition condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                fail("after two minutes there is still no " + what);
            }
            Thread.sleep(200);
        }
    }

    private static JsonNode ended(String uid) throws IOException, InterruptedException {
        await("ended run " + uid, () -> mlflow.search(uid).stream()
                .anyMatch(run -> run.path("info").has("end_time")));
        List<JsonNode> found = mlflow.search(uid);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<String> expectedHistory() {
        List<String> expected = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            expected.add(step + "@" + (1_700_000_000_000L + step) + "=" + 1.0 / step);
        }
        return expected;
    }

    @Test
    void a_comparison_is_the_parent_of_its_runs() throws Exception {
        JsonNode parent = ended("p");

        assertThat(value(parent, "tags", "gan4j.kind")).isEqualTo("comparison");
        assertThat(parent.path("info").path("run_name").asText()).isEqualTo("compare-p");
        for (String child : List.of("a", "b")) {
            assertThat(value(ended(child), "tags", "mlflow.parentRunId")).isEqualTo(id(parent));
        }
    }

    @Test
    void settings_and_the_classes_of_swapped_parts_are_parameters() throws Exception {
        JsonNode run = ended("a");

        assertThat(value(run, "params", "prior.size")).isEqualTo("16");
        assertThat(value(run, "params", "loss.class")).isEqualTo("org.gan4j.losses.Minimax");
        assertThat(value(run, "params", "prior.class")).isEqualTo("example.Triangular");
        assertThat(value(run, "params", "prior.module")).isEqualTo("example.Swap");
    }

    @Test
    void device_commit_and_plug_ins_are_tags() throws Exception {
        JsonNode run = ended("a");

        assertThat(value(run, "tags", "gan4j.device")).isEqualTo("cpu");
        assertThat(value(run, "tags", "mlflow.source.git.commit")).isEqualTo("c0ffee");
        assertThat(value(run, "tags", "gan4j.plugin.example.Module")).startsWith("1.2, example.jar");
    }

    @Test
    void every_value_is_there_with_its_step_and_time() throws Exception {
        assertThat(mlflow.history(id(ended("a")), "loss/d")).containsExactlyElementsOf(expectedHistory());
    }

    @Test
    void a_diverged_run_failed_and_its_first_value_that_is_not_finite_is_named() throws Exception {
        JsonNode run = ended("b");

        assertThat(run.path("info").path("status").asText()).isEqualTo("FAILED");
        assertThat(value(run, "tags", "gan4j.status")).isEqualTo("diverged");
        assertThat(value(run, "tags", "gan4j.nonFinite")).isEqualTo("loss/d@21");
        assertThat(mlflow.history(id(run), "loss/d")).containsExactlyElementsOf(expectedHistory());
    }

    @Test
    void a_run_has_ended_when_it_did() throws Exception {
        JsonNode info = ended("a").path("info");

        assertThat(info.path("status").asText()).isEqualTo("FINISHED");
        assertThat(info.path("start_time").asLong()).isEqualTo(1_700_000_000_000L);
        assertThat(info.path("end_time").asLong()).isEqualTo(1_700_000_060_000L);
    }

    @Test
    void pictures_and_report_are_artifacts() throws Exception {
        String run = id(ended("a"));

        assertThat(mlflow.files(run, "")).contains("report.html", "run.json", "artifacts", "images");
        assertThat(mlflow.files(run, "artifacts/samples"))
                .containsExactly("artifacts/samples/step-000000010.png", "artifacts/samples/step-000000020.png");
        assertThat(mlflow.get("/get-artifact?path=report.html&run_id=" + run).body())
                .contains("<h1>minimax-a</h1>");
    }

    @Test
    void pictures_are_in_the_image_grid_each_with_a_thumbnail() throws Exception {
        JsonNode run = ended("a");

        assertThat(value(run, "tags", "mlflow.loggedImages")).isEqualTo("true");
        List<String> images = mlflow.files(id(run), "images");
        assertThat(images)
                .hasSize(4)
                .allMatch(name -> name.matches("images/samples\\+step\\+(10|20)\\+timestamp\\+\\d+\\+.*"));
        assertThat(images).filteredOn(name -> name.endsWith("+compressed.png")).hasSize(2);
    }

    @Test
    void the_generator_is_a_logged_model_beside_its_run() throws Exception {
        JsonNode run = ended("a");

        List<JsonNode> models = mlflow.models("a");
        assertThat(models).hasSize(1);
        JsonNode model = models.get(0);
        assertThat(model.path("name").asText()).isEqualTo("generator");
        assertThat(model.path("status").asText()).isEqualTo("LOGGED_MODEL_READY");
        assertThat(model.path("source_run_id").asText()).isEqualTo(id(run));
        JsonNode outputs = run.at("/outputs/model_outputs");
        assertThat(outputs).hasSize(1);
        assertThat(outputs.get(0).path("model_id")).isEqualTo(model.path("model_id"));
        assertThat(outputs.get(0).path("step").asInt()).isEqualTo(STEPS);
        assertThat(mlflow.get("/api/2.0/mlflow-artifacts/artifacts/"
                                + model.path("artifact_uri").asText().replace("mlflow-artifacts:/", "") + "/MLmodel")
                        .body())
                .isEqualTo("model_uuid: of-a\nmodel_id: "
                        + model.path("model_id").asText() + "\nrun_id: " + id(run) + "\n");
    }

    @Test
    void a_run_under_way_is_followed() throws Exception {
        Path path = runs.resolve("ring/live");
        RunRecord run = Runs.run("live");
        new RunFolder(path).write(run);
        try (Journal journal = Journal.open(path)) {
            journal.begun(run);
            journal.measured(1, 1_700_000_000_001L, Map.of("loss/d", 1.0));
            await("value of the run under way", () -> mlflow.search("live").stream()
                    .anyMatch(found -> value(found, "metrics", "loss/d").equals("1.0")));
            assertThat(mlflow.search("live").get(0).path("info").path("status").asText())
                    .isEqualTo("RUNNING");
            journal.ended(Status.KILLED, 1_700_000_000_002L);
        }
        assertThat(ended("live").path("info").path("status").asText()).isEqualTo("KILLED");
    }

    @Test
    void delivering_all_of_it_again_changes_nothing() throws Exception {
        RunRecord run = Runs.run("twice");
        for (int repetition = 0; repetition < 2; repetition++) {
            // Another folder, so nothing is known of what was taken before.
            Path path = elsewhere.resolve("copy" + repetition);
            FinishedRun.record(path, run, Status.FINISHED);
            Sender.start(path, List.of(new MlflowTracker(mlflow.uri()))).close(Duration.ofMinutes(1));
        }

        String id = id(ended("twice"));
        assertThat(mlflow.history(id, "loss/d")).containsExactlyElementsOf(expectedHistory());
        assertThat(mlflow.files(id, "images")).hasSize(4);
        assertThat(mlflow.models("twice")).hasSize(1);
        assertThat(mlflow.search("twice").get(0).at("/outputs/model_outputs")).hasSize(1);
    }
}
