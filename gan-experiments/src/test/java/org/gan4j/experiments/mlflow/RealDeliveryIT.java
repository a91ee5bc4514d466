package org.gan4j.experiments.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.experiments.mlflow.local.ServerProbe;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.tracking.DeliveryReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests delivery with the packaged trainer and MLflow's own server, both killed at random moments, and a proxy between them that
 * loses and delays. Afterwards the server has what the journal has. {@code -Ddelivery.real=10 -Ddelivery.table=FILE} makes more
 * trials and writes their table.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class RealDeliveryIT {
    private static final int TRIALS = Integer.getInteger("delivery.real", 1);
    private static final String TABLE = System.getProperty("delivery.table", "");
    private static final int LIVES = 3;
    /** Bytes of a journal: some dozens of steps. */
    private static final int SOME = 20_000;

    @TempDir
    Path folder;

    private int port;
    private Process server;

    @BeforeEach
    void startServer() throws Exception {
        need(mlflow().isPresent(), "no mlflow on the PATH or beside GAN_PYTHON; get it with: pip install mlflow");
        need(Files.isExecutable(program()), program() + " is missing; mvn verify makes it");
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        launch();
        awaitServer();
    }

    @AfterEach
    void stopServer() throws InterruptedException {
        if (server != null) {
            killServer();
        }
    }

    private static void need(boolean there, String reason) {
        if (!there && "required".equals(System.getenv("GAN_IT"))) {
            fail(reason);
        }
        Assumptions.assumeTrue(there, reason);
    }

    private static Path program() {
        return Path.of(System.getProperty("gan.home", "target/gan"), "bin", "gan")
                .toAbsolutePath();
    }

    private static Optional<Path> mlflow() {
        String python = System.getenv("GAN_PYTHON");
        String path = System.getenv().getOrDefault("PATH", "");
        String search = python == null ? path : Path.of(python).getParent() + File.pathSeparator + path;
        return Stream.of(search.split(File.pathSeparator))
                .map(each -> Path.of(each, "mlflow"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private String uri() {
        return "http://127.0.0.1:" + port;
    }

    private void launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        mlflow().orElseThrow().toString(),
                        "server",
                        "--backend-store-uri",
                        "sqlite:///" + folder.resolve("mlflow.db"),
                        "--artifacts-destination",
                        folder.resolve("mlflow-artifacts").toString(),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--workers",
                        "1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("mlflow.log").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "MLFLOW_DISABLE_TELEMETRY", "true",
                        "DO_NOT_TRACK", "true",
                        "MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false"));
        server = builder.start();
    }

    private void awaitServer() throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (ServerProbe.at(uri()) != ServerProbe.MLFLOW) {
            assertThat(System.nanoTime()).as("MLflow is up in time").isLessThan(end);
            Thread.sleep(200);
        }
    }

    private void killServer() throws InterruptedException {
        List<ProcessHandle> workers = server.descendants().toList();
        server.destroyForcibly().waitFor();
        workers.forEach(ProcessHandle::destroyForcibly);
    }

    private Process gan(Path home, String uri, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(program().toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(home.toFile())
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile());
        builder.environment().put("MLFLOW_TRACKING_URI", uri);
        return builder.start();
    }

    private static long recorded(Path home) throws IOException {
        List<RunFolder> runs = RunFolder.below(home.resolve("runs"));
        Path log = runs.isEmpty() ? home.resolve("none") : runs.get(0).journal();
        return Files.exists(log) ? Files.size(log) : 0;
    }

    /** Waits until the run has recorded some more than before, and some time at random. */
    private static void letItTrain(Process trainer, Path home, long before, Random random) throws Exception {
        while (recorded(home) <= before + SOME) {
            assertThat(trainer.isAlive())
                    .as(Files.readString(home.resolve("err")))
                    .isTrue();
            Thread.sleep(10);
        }
        Thread.sleep(random.nextInt(2500));
    }

    private DeliveryOutcome trial(long seed) throws Exception {
        Random random = new Random(seed);
        Path home = Files.createDirectories(folder.resolve("trial" + seed));
        try (FaultyProxy proxy = new FaultyProxy(uri(), seed)) {
            Process trainer = gan(
                    home,
                    proxy.uri(),
                    "train",
                    "ring",
                    "steps=3000",
                    "report.every=1",
                    "checkpoint.every=100",
                    "eval.every=0");
            long before = 0;
            for (int life = 1; life < LIVES; life++) {
                letItTrain(trainer, home, before, random);
                // One of them dies first, and the other does not hear of it.
                if (random.nextBoolean()) {
                    killServer();
                    Thread.sleep(random.nextInt(500));
                    trainer.destroyForcibly().waitFor();
                    launch();
                    awaitServer();
                } else {
                    trainer.destroyForcibly().waitFor();
                }
                before = recorded(home);
                trainer = gan(home, proxy.uri(), "resume", "latest");
            }
            letItTrain(trainer, home, before, random);
            if (random.nextBoolean()) {
                killServer();
                launch();
            }
            assertThat(trainer.waitFor(5, TimeUnit.MINUTES)).isTrue();
            awaitServer();
            proxy.calm();
            return compare(seed, home, proxy);
        }
    }

    private DeliveryOutcome compare(long seed, Path home, FaultyProxy proxy) throws Exception {
        Process sync = gan(home, proxy.uri(), "sync", "--json");
        assertThat(sync.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(sync.exitValue()).as(Files.readString(home.resolve("err"))).isZero();
        RunFolder run = RunFolder.below(home.resolve("runs")).get(0);
        JsonNode row = new ObjectMapper().readTree(home.resolve("out").toFile());
        DeliveryReport rest = new DeliveryReport(
                run.path(),
                proxy.uri(),
                row.path("sent").asLong(),
                row.path("left").asLong(),
                "");
        FakeStore store = new RestInterface(uri()).snapshot(run.record().uid());
        for (int i = 0; i < proxy.requests(); i++) {
            store.requests.add("");
        }
        return DeliveryOutcome.of(seed, LIVES, 0, proxy.faults(), run.path(), run.record(), store, rest);
    }

    @Test
    void after_every_death_on_both_sides_the_real_server_has_what_the_journal_has() throws Exception {
        List<DeliveryOutcome> outcomes = new ArrayList<>();
        for (long seed = 1; seed <= TRIALS; seed++) {
            outcomes.add(trial(seed));
        }

        if (!TABLE.isEmpty()) {
            Files.writeString(
                    Path.of(TABLE),
                    outcomes.stream().map(DeliveryTrialsTest::row).collect(Collectors.joining()));
        }
        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.points()).isGreaterThan(1000);
            assertThat(outcome.missing()).isZero();
            assertThat(outcome.surplus()).isZero();
            assertThat(outcome.differences()).isEmpty();
        });
    }
}
