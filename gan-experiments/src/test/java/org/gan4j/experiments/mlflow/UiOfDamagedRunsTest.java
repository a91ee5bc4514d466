package org.gan4j.experiments.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.gan4j.api.experiment.Status;
import org.gan4j.experiments.program.cli.Gan;
import org.gan4j.experiments.store.Damages;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code gan ui} over a folder with a run in each kind of damage, and a sound run behind all of them. */
@Timeout(120)
class UiOfDamagedRunsTest {
    /** What is left of a journal in this kind can be of a run that goes on. */
    private static final Set<String> UNNOTICED_JOURNALS = Set.of("cut");

    /** What is left in the place of a record in these kinds is of no run. */
    private static final Set<String> NO_RECORDS = Set.of("gone", "a folder in place of");

    @TempDir
    Path runs;

    @TempDir
    Path elsewhere;

    private RunFolder recorded(String name) throws IOException {
        Path folder = runs.resolve(name);
        FinishedRun.record(folder, Runs.run(name), Status.FINISHED);
        RunFolder run = new RunFolder(folder);
        Files.writeString(run.outcomeJson(), "{}");
        return run;
    }

    /** Damages the records and the journals of runs, and returns what must be named. */
    private List<Path> damagedRuns() throws IOException {
        List<Path> named = new ArrayList<>();
        int number = 0;
        for (String kind : Damages.kinds()) {
            RunFolder record = recorded("a" + ++number);
            Damages.damage(record.runJson(), kind);
            if (!NO_RECORDS.contains(kind)) {
                named.add(record.runJson());
            }
            RunFolder journal = recorded("b" + number);
            Damages.damage(journal.journal(), kind);
            if (!UNNOTICED_JOURNALS.contains(kind)) {
                named.add(journal.journal());
            }
        }
        // More than the failures in a row after which a destination is given up.
        for (int i = 0; i < 3; i++) {
            RunFolder unreadable = recorded("c" + i);
            Files.delete(unreadable.journal());
            Files.createDirectory(unreadable.journal());
            named.add(unreadable.journal());
        }
        return named;
    }

    private Process ui(FakeMlflow server) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Gan.class.getName(),
                        "ui",
                        "--port",
                        server.uri().replaceAll(".*:", ""),
                        "--runs",
                        runs.toString())
                .redirectError(elsewhere.resolve("err").toFile());
        program.environment().remove("MLFLOW_TRACKING_URI");
        return program.start();
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail("after a minute there is still no " + what);
            }
            Thread.sleep(100);
        }
    }

    private static boolean isShown(FakeMlflow server, String uid) {
        synchronized (server.store) {
            return server.store.runs.values().stream()
                    .anyMatch(run -> uid.equals(run.tags.get("gan4j.uid")) && run.status.equals("FINISHED"));
        }
    }

    @Test
    void what_is_broken_is_named_and_everything_else_is_shown() throws Exception {
        List<Path> named = damagedRuns();
        recorded("sound");
        try (FakeMlflow server = FakeMlflow.started()) {
            Process ui = ui(server);
            try (BufferedReader out = ui.inputReader(StandardCharsets.UTF_8)) {
                String said = Files.readString(elsewhere.resolve("err"));
                assertThat(out.readLine()).as(said).startsWith(server.uri());
                // All there was is sent before the page is named.
                assertThat(isShown(server, "sound")).isTrue();
                recorded("later");
                await("run that was made later", () -> isShown(server, "later"));
            } finally {
                ui.destroy();
                assertThat(ui.waitFor(30, TimeUnit.SECONDS)).isTrue();
            }
        }

        String said = Files.readString(elsewhere.resolve("err"));
        assertThat(said).doesNotContain("internal error", "\tat ", "does not take records");
        assertThat(named).allSatisfy(file -> assertThat(said.split(Pattern.quote(file + ":"), -1))
                .as("times that %s is named, and one: %s", file, said)
                .hasSize(2));
    }
}
