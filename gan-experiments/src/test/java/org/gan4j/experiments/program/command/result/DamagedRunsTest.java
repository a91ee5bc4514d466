package org.gan4j.experiments.program.command.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.program.command.GanLine;
import org.gan4j.experiments.run.Progress;
import org.gan4j.experiments.store.Damages;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.model.ModelFolder;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file of a run in every kind of damage: each command has a clear line for it, and other runs are shown as before. */
class DamagedRunsTest {
    @TempDir
    Path runs;

    private final GanLine gan = new GanLine();
    private RunFolder sound;
    private RunFolder damaged;

    @BeforeEach
    void twoRuns() {
        sound = run(1);
        damaged = run(2);
    }

    private RunFolder run(int seed) {
        LocalRunner runner =
                Extensions.onClassPath().instance(LocalRunner.class).reportingTo(Progress.none());
        return RunFolder.open(runner.run(runner.resolve(
                                "gaussian-1d", "backend=fake", "metrics=[]", "steps=3", "runs=" + runs, "seed=" + seed)
                        .get(0))
                .folder());
    }

    private List<Path> files() {
        return List.of(
                damaged.runJson(),
                damaged.experimentYaml(),
                damaged.outcomeJson(),
                damaged.journal(),
                damaged.metricsCsv(),
                damaged.logits(),
                damaged.rules(),
                damaged.samples(3),
                damaged.model().resolve(ModelFolder.DESCRIPTION),
                damaged.report());
    }

    @Test
    void no_damage_of_a_file_is_an_internal_error_or_hides_the_other_run() throws IOException {
        for (Path file : files()) {
            Damages.inEveryWay(file, runs, this::assertThatCommandsCope);
        }
    }

    private void assertThatCommandsCope(String what) {
        assertThat(gan.run("runs", "--runs", runs.toString())).as(what).isZero();
        assertThat(gan.out()).as(what).contains(sound.path().toString());
        for (String command : List.of("report", "sample", "resume")) {
            String[] line = command.equals("sample")
                    ? new String[] {command, damaged.path().toString(), "--out", runs + "/draws.csv"}
                    : new String[] {command, damaged.path().toString()};
            assertThatItEndsClearly(what, gan.run(line));
        }
        if (what.endsWith(".json")) {
            // Only these decide which run is meant.
            assertThatItEndsClearly(what, gan.run("report", "latest", "--runs", runs.toString()));
            assertThatItEndsClearly(
                    what,
                    gan.run("diff", sound.path().toString(), damaged.path().toString()));
        }
    }

    private void assertThatItEndsClearly(String what, int code) {
        String said = gan.err();
        assertThat(code).as("%s: %s", what, said).isBetween(0, 2);
        assertThat(said).as(what).doesNotContain("internal error", "Exception", "\tat ");
        if (code != 0) {
            assertThat(said).as(what).contains(damaged.path().toString());
        }
    }

    @Test
    void a_damaged_file_is_named_with_what_is_wrong() throws IOException {
        Files.write(damaged.metricsCsv(), new byte[] {'s', '\n', (byte) 0xff, '\n'});
        assertThat(gan.run("report", damaged.path().toString())).isEqualTo(2);
        assertThat(gan.err()).contains(damaged.metricsCsv() + ": cannot be read: it is not text in UTF-8");

        Files.delete(damaged.outcomeJson());
        Files.createDirectory(damaged.outcomeJson());
        assertThat(gan.run("runs", "--runs", runs.toString())).isZero();
        assertThat(gan.out()).contains("damaged").contains(sound.path().toString());
        assertThat(gan.err()).contains(damaged.outcomeJson() + ": cannot be read: a folder is in its place");

        Files.writeString(damaged.runJson(), "{}");
        assertThat(gan.run("runs", "--runs", runs.toString())).isZero();
        assertThat(gan.err()).contains(damaged.runJson() + ": is not the record of a run or comparison");
        assertThat(gan.run("report", "latest", "--runs", runs.toString())).isZero();
        assertThat(gan.out()).contains(sound.report().toString());
    }
}
