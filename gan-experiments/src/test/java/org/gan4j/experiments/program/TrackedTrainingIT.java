package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The third use: real training followed in a real MLflow, which may also go away in the middle. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TrackedTrainingIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Prints a model's signature, and the shape of what it makes of three draws of the ring's prior. */
    private static final String LOAD = """
            import sys
            import mlflow
            import numpy as np

            model = mlflow.pyfunc.load_model(sys.argv[1])
            signature = model.metadata.signature
            x = model.predict({"z": np.zeros((3, 16), dtype=np.float32)})["x"]
            print(signature.inputs.input_names(), signature.outputs.input_names(), np.shape(x))
            """;

    @TempDir
    Path folder;

    private Process ui;
    private String uri;

    @BeforeEach
    void startMlflow() throws Exception {
        String python = System.getenv("GAN_PYTHON");
        String path = System.getenv("PATH");
        String search = python == null ? path : Path.of(python).getParent() + File.pathSeparator + path;
        Program.need(
                Stream.of(search.split(File.pathSeparator))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "mlflow"))),
                "no mlflow on the PATH or beside GAN_PYTHON; get it with: pip install mlflow");
        Path out = folder.resolve("ui.out");
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        ui = Program.in(folder)
                .with("PATH", search)
                .start(out, folder.resolve("ui.err"), "ui", "--json", "--port", Integer.toString(port));
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (Program.read(out).isBlank()) {
            assertThat(ui.isAlive()).as(Program.read(folder.resolve("ui.err"))).isTrue();
            assertThat(System.nanoTime()).as("MLflow is up in time").isLessThan(end);
            Thread.sleep(200);
        }
        uri = JSON.readTree(Program.read(out)).get("uri").asText();
    }

    @AfterEach
    void stopMlflow() throws InterruptedException {
        if (ui != null) {
            ui.destroy();
            ui.waitFor(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_comparison_stands_in_mlflow_with_its_runs_and_training_survives_the_end_of_the_server() throws Exception {
        Program gan = Program.in(folder).with("MLFLOW_TRACKING_URI", uri).with("PATH", pathWithoutPython());
        JsonNode comparison = gan.run(
                        "compare",
                        "ring",
                        "loss=minimax,non-saturating",
                        "seed=1,2",
                        "steps=40",
                        "eval.every=20",
                        "report.every=10",
                        "metrics=[]",
                        "--json")
                .succeeded()
                .json();
        assertThat(comparison.get("runs")).hasSize(4);

        Map<String, JsonNode> byName = new HashMap<>();
        runs().forEach(run -> byName.put(tag(run, "mlflow.runName"), run));
        JsonNode child = byName.get("minimax/seed2");
        JsonNode parent = byName.values().stream()
                .filter(run -> tag(run, "mlflow.parentRunId").isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(byName).hasSize(5);
        assertThat(tag(child, "mlflow.parentRunId"))
                .isEqualTo(parent.at("/info/run_id").asText());
        assertThat(child.at("/info/status").asText()).isEqualTo("FINISHED");
        assertThat(value(child, "params", "loss")).isEqualTo("minimax");
        assertThat(value(child, "params", "seed")).isEqualTo("2");
        assertThat(tag(child, "gan4j.device")).startsWith("cpu");

        String id = child.at("/info/run_id").asText();
        // report.every=10 over 40 steps.
        assertThat(history(id, "loss/d")).containsExactly(10L, 20L, 30L, 40L);
        assertThat(artifacts(id, "")).contains("report.html", "images");
        assertThat(artifacts(id, "images")).anyMatch(name -> name.contains("step+20"));
        String comparisonId = parent.at("/info/run_id").asText();
        assertThat(artifacts(comparisonId, "")).contains("report.html", "comparison-table.json");
        assertThat(child.at("/inputs/dataset_inputs/0/dataset/name").asText()).isEqualTo("ring");
        assertThat(value(child, "metrics", "system/system_memory_usage_percentage"))
                .isNotEmpty();
        lookInTheBrowser(parent.at("/info/experiment_id").asText(), comparisonId);

        Process training = gan.start(
                folder.resolve("train.out"),
                folder.resolve("train.err"),
                "train",
                "ring",
                "steps=3000",
                "eval.every=0",
                "--json");
        Thread.sleep(2000);
        stopMlflow();
        assertThat(training.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(training.exitValue())
                .as(Program.read(folder.resolve("train.err")))
                .isZero();
        JsonNode run = JSON.readTree(Program.read(folder.resolve("train.out")));
        String journal = Program.read(folder.resolve(run.get("run").asText()).resolve("journal.log"));
        // Everything the server lacks is there: the last report, at step 3000, and the end.
        assertThat(journal).contains("\"step\":3000").containsIgnoringCase("finished");
    }

    /** What people see of the comparison: its charts with both gradients in one, the image grid, its conclusion, its report. */
    private void lookInTheBrowser(String experiment, String comparison) {
        String page = uri + "/#/experiments/" + experiment + "/runs";
        String words = "workflowType=machine_learning";
        try (Browser browser = Browser.start().sized(1500, 1400)) {
            String charts = browser.open(page + "?" + words + "&compareRunsMode=CHART&viewStateShareKey=gan4j-runs")
                    .pageWhere(
                            "shows its charts and the last picture of each of the four runs",
                            shown -> shown.contains("class=\"main-svg\"") && hasFourPictures(shown));
            assertThat(charts)
                    .contains("The game", "grad/g.minimax vs grad/g.non-saturating", "minimax/seed1")
                    .contains("non-saturating/seed2");
            browser.open(page + "/" + comparison + "?" + words).pageWith("No difference can be claimed");
            browser.open(page + "/" + comparison + "/artifacts/report.html?" + words)
                    .pageWith("mlflow-html-iframe");
        }
    }

    private static boolean hasFourPictures(String page) {
        return page.split("get-artifact\\?path=images%2Fsamples%2Bstep%2B40%2B", -1).length == 5;
    }

    /** What {@code bin/gan} needs of a system, and nothing else. */
    private String pathWithoutPython() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String program : List.of("sh", "dirname", "readlink", "sed", "java", "git")) {
            Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(each -> Path.of(each, program))
                    .filter(Files::isExecutable)
                    .findFirst();
            if (found.isPresent()) {
                Files.createSymbolicLink(bin.resolve(program), found.get().toRealPath());
            }
        }
        return bin.toString();
    }

    @Test
    void the_generator_loads_in_python_by_the_servers_name_for_it() throws Exception {
        String python = System.getenv("GAN_PYTHON");
        Program.need(
                python != null
                        && new ProcessBuilder(python, "-c", "import tensorflow")
                                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                                        .start()
                                        .waitFor()
                                == 0,
                "GAN_PYTHON names no Python with TensorFlow; get it with: pip install -r .ci/requirements.txt");
        Program.in(folder)
                .with("MLFLOW_TRACKING_URI", uri)
                .run("train", "ring", "steps=10", "metrics=[]")
                .succeeded();

        JsonNode outputs = runs().get(0).at("/outputs/model_outputs");
        assertThat(outputs).hasSize(1);
        Path loaded = folder.resolve("loaded.out");
        ProcessBuilder builder = new ProcessBuilder(
                        python,
                        "-c",
                        LOAD,
                        "models:/" + outputs.get(0).get("model_id").asText())
                .redirectOutput(loaded.toFile())
                .redirectError(folder.resolve("loaded.err").toFile());
        builder.environment().put("MLFLOW_TRACKING_URI", uri);
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(Program.read(loaded))
                .as(Program.read(folder.resolve("loaded.err")))
                .isEqualTo("['z'] ['x'] (3, 2)\n");
    }

    private List<JsonNode> runs() throws Exception {
        JsonNode experiments = post("experiments/search", "{\"max_results\":100}");
        String ids = StreamSupport.stream(experiments.get("experiments").spliterator(), false)
                .map(experiment -> "\"" + experiment.get("experiment_id").asText() + "\"")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        JsonNode found = post("runs/search", "{\"max_results\":100,\"experiment_ids\":[" + ids + "]}");
        return StreamSupport.stream(found.get("runs").spliterator(), false).toList();
    }

    private List<Long> history(String run, String metric) throws Exception {
        JsonNode points = get("metrics/get-history?max_results=1000&run_id=" + run + "&metric_key=" + metric);
        return StreamSupport.stream(points.get("metrics").spliterator(), false)
                .map(point -> point.get("step").asLong())
                .sorted()
                .toList();
    }

    private List<String> artifacts(String run, String path) throws Exception {
        JsonNode files = get("artifacts/list?run_id=" + run + "&path=" + path).path("files");
        return StreamSupport.stream(files.spliterator(), false)
                .map(file -> file.get("path").asText())
                .toList();
    }

    private static String tag(JsonNode run, String key) {
        return value(run, "tags", key);
    }

    private static String value(JsonNode run, String kind, String key) {
        return StreamSupport.stream(run.at("/data/" + kind).spliterator(), false)
                .filter(entry -> entry.get("key").asText().equals(key))
                .map(entry -> entry.get("value").asText())
                .findFirst()
                .orElse("");
    }

    private JsonNode get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(uri + "/api/2.0/mlflow/" + path))
                .build());
    }

    private JsonNode post(String path, String json) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(uri + "/api/2.0/mlflow/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
                .build());
    }

    private static JsonNode send(HttpRequest request) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return JSON.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
