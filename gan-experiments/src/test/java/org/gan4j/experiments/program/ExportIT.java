package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A generator that the program trained and exported gives in Python what it gives in the program. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ExportIT {
    private static final int COUNT = 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Prints how far two ways to load a model are from the program, for a table of draws and one of examples. */
    private static final String COMPARE = """
            import sys
            import mlflow
            import numpy as np
            import tensorflow as tf

            model, draws, examples = sys.argv[1:]
            z = np.loadtxt(draws, delimiter=",", dtype=np.float32, ndmin=2)
            x = np.loadtxt(examples, delimiter=",", dtype=np.float32, ndmin=2)
            loaded = tf.saved_model.load(model + "/tfmodel").signatures["serving_default"]
            print("tensorflow", np.abs(loaded(z=tf.constant(z))["x"].numpy().reshape(x.shape) - x).max())
            served = mlflow.pyfunc.load_model(model)
            print("mlflow", np.abs(np.reshape(served.predict({"z": z})["x"], x.shape) - x).max())
            print("shape", list(served.metadata.get_output_schema().inputs[0].shape))
            """;

    @TempDir
    Path folder;

    private Path python;
    private Program gan;

    @BeforeEach
    void findPython() throws Exception {
        String named = System.getenv("GAN_PYTHON");
        Program.need(
                named != null && Files.isExecutable(Path.of(named)),
                "GAN_PYTHON names no Python; it must have what .ci/requirements.txt lists");
        python = Path.of(named);
        Program.need(
                python("-c", "import tensorflow, mlflow").code() == 0,
                "GAN_PYTHON has no TensorFlow with MLflow; get both with: pip install -r .ci/requirements.txt");
        gan = Program.in(folder);
    }

    private Program.Result python(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "python", ".out");
        Path err = Files.createTempFile(folder, "python", ".err");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(python.toString()), Stream.of(arguments))
                        .toList())
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES))
                .as("Python ends in time")
                .isTrue();
        return new Program.Result(process.exitValue(), Program.read(out), Program.read(err));
    }

    /** Trains, exports, and writes the same draws before and after the generator. */
    private void trainAndExport(String... recipe) {
        gan.run(Stream.of(List.of("train"), List.of(recipe), List.of("eval.every=0", "metrics=[]", "--quiet"))
                        .flatMap(List::stream)
                        .toArray(String[]::new))
                .succeeded();
        gan.run("export", "latest", "--out", "model").succeeded();
        String count = Integer.toString(COUNT);
        gan.run("sample", "latest", "--count", count, "--out", "x.csv").succeeded();
        gan.run("sample", "latest", "--count", count, "--out", "z.csv", "--latent")
                .succeeded();
    }

    private void assertSameInPython(String shape) throws Exception {
        Program.Result compared =
                python("-c", COMPARE, "model", "z.csv", "x.csv").succeeded();
        List<String> lines = compared.out().lines().toList();
        assertThat(Double.parseDouble(lines.get(0).replace("tensorflow ", ""))).isLessThan(1e-5);
        assertThat(Double.parseDouble(lines.get(1).replace("mlflow ", ""))).isLessThan(1e-5);
        assertThat(lines.get(2)).isEqualTo("shape " + shape);
    }

    @Test
    void images_are_the_same_in_python() throws Exception {
        trainAndExport("fashion-mini", "steps=20");

        assertSameInPython("[-1, 28, 28]");
    }

    @Test
    void points_are_the_same_in_python_and_from_a_model_server() throws Exception {
        trainAndExport("ring", "steps=50");

        assertSameInPython("[-1, 2]");
        assertSameFromServer();
    }

    private void assertSameFromServer() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        // It starts programs that lie beside Python.
        ProcessBuilder builder = new ProcessBuilder(
                        python.resolveSibling("mlflow").toString(),
                        "models",
                        "serve",
                        "--model-uri",
                        "model",
                        "--env-manager",
                        "local",
                        "--port",
                        Integer.toString(port))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("serve.log").toFile());
        builder.environment().put("PATH", python.getParent() + File.pathSeparator + System.getenv("PATH"));
        Process server = builder.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + port);
            awaitPing(server, uri);
            assertSameFrom(uri.resolve("/invocations"));
        } finally {
            server.descendants().forEach(ProcessHandle::destroy);
            server.destroy();
            assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void assertSameFrom(URI invocations) throws Exception {
        ArrayNode z = table("z.csv");
        ArrayNode x = table("x.csv");
        ObjectNode asked = JSON.createObjectNode();
        asked.putObject("inputs").set("z", z);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(invocations)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(asked.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode served = JSON.readTree(answer.body()).at("/predictions/x");
        assertThat(served).hasSize(COUNT);
        for (int i = 0; i < COUNT; i++) {
            for (int j = 0; j < 2; j++) {
                assertThat(Math.abs(served.get(i).get(j).asDouble()
                                - x.get(i).get(j).asDouble()))
                        .isLessThan(1e-5);
            }
        }
    }

    private void awaitPing(Process server, URI uri) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (true) {
            assertThat(server.isAlive())
                    .as(() -> Program.read(folder.resolve("serve.log")))
                    .isTrue();
            assertThat(System.nanoTime()).as("the model is served in time").isLessThan(end);
            try {
                if (send(HttpRequest.newBuilder(uri.resolve("/ping")).GET()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            Thread.sleep(200);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private ArrayNode table(String file) {
        ArrayNode rows = JSON.createArrayNode();
        Program.read(folder.resolve(file)).lines().forEach(line -> {
            ArrayNode row = rows.addArray();
            Stream.of(line.split(",")).forEach(value -> row.add(Double.parseDouble(value)));
        });
        return rows;
    }
}
