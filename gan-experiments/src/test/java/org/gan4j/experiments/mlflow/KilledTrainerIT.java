package org.gan4j.experiments.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.tracking.DeliveryReport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program is killed while it trains and sends; afterwards {@code gan sync} makes the server's state the journal's. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KilledTrainerIT {
    private static final int KILLS = 3;
    /** Bytes of a journal. */
    private static final int SOME = 20_000;

    @TempDir
    Path folder;

    private final Random random = new Random(7);

    private Process start(String uri, String... arguments) throws IOException {
        Path program = Path.of(System.getProperty("gan.home", "target/gan"), "bin", "gan")
                .toAbsolutePath();
        if (!Files.isExecutable(program) && "required".equals(System.getenv("GAN_IT"))) {
            fail(program + " is missing; mvn verify makes it");
        }
        Assumptions.assumeTrue(Files.isExecutable(program), program + " is missing; mvn verify makes it");
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("MLFLOW_TRACKING_URI", uri);
        return builder.start();
    }

    /** Kills the process some time after it has recorded some dozens of steps. */
    private void kill(Process trainer, long before) throws Exception {
        while (journal() <= before + SOME) {
            assertThat(trainer.isAlive())
                    .as(Files.readString(folder.resolve("err")))
                    .isTrue();
            Thread.sleep(10);
        }
        Thread.sleep(random.nextInt(1500));
        trainer.descendants().forEach(ProcessHandle::destroyForcibly);
        trainer.destroyForcibly().waitFor();
    }

    private long journal() throws IOException {
        List<RunFolder> runs = RunFolder.below(folder.resolve("runs"));
        Path log = runs.isEmpty() ? folder.resolve("none") : runs.get(0).journal();
        return Files.exists(log) ? Files.size(log) : 0;
    }

    @Test
    void what_a_killed_trainer_recorded_is_what_the_server_has_after_a_sync() throws Exception {
        try (FakeMlflow fake = FakeMlflow.started()) {
            kill(
                    start(
                            fake.uri(),
                            "train",
                            "ring",
                            "steps=1000000",
                            "report.every=1",
                            "checkpoint.every=100",
                            "eval.every=0"),
                    0);
            for (int life = 2; life <= KILLS; life++) {
                kill(start(fake.uri(), "resume", "latest"), journal());
            }

            Process sync = start(fake.uri(), "sync", "--json");
            assertThat(sync.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(sync.exitValue())
                    .as(Files.readString(folder.resolve("err")))
                    .isZero();

            RunFolder run = RunFolder.below(folder.resolve("runs")).get(0);
            JsonNode row = new ObjectMapper().readTree(folder.resolve("out").toFile());
            DeliveryReport rest = new DeliveryReport(
                    run.path(),
                    fake.uri(),
                    row.path("sent").asLong(),
                    row.path("left").asLong(),
                    "");
            DeliveryOutcome outcome =
                    DeliveryOutcome.of(7, KILLS, 0, Map.of(), run.path(), run.record(), fake.store, rest);
            assertThat(outcome.points()).isGreaterThan(100);
            assertThat(outcome.missing()).isZero();
            assertThat(outcome.surplus()).isZero();
            assertThat(outcome.differences()).isEmpty();
        }
    }
}
