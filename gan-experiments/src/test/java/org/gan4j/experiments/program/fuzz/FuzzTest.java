package org.gan4j.experiments.program.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gan4j.experiments.plugins.PluginJar;
import org.gan4j.experiments.program.cli.ReusedGan;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutated settings, experiments, plug-ins and files of a run are refused in words or accepted. The sound ones are in {@code
 * src/test/resources/fuzz}.
 */
class FuzzTest {
    @TempDir
    Path folder;

    private final PrintStream standardError = System.err;
    private final ReusedGan gan = new ReusedGan();

    /** Thousands of damaged files give thousands of lines of progress. */
    @BeforeEach
    void hideProgress() {
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    }

    @AfterEach
    void showProgress() {
        System.setErr(standardError);
    }

    private static List<byte[]> stored(String kind) throws IOException {
        List<byte[]> corpus = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "fuzz", kind))) {
            for (Path file : files.sorted().toList()) {
                corpus.add(Files.readAllBytes(file));
            }
        }
        return corpus;
    }

    @Test
    void yaml() throws IOException {
        Path file = folder.resolve("my.yaml");
        Fuzzer.fuzz("yaml", 100, stored("yaml"), input -> {
            Files.write(file, input);
            Fuzzer.assertThatItEndsClearly(gan, "train", file.toString(), "--dry-run");
            assertThatNothingElseIsWritten(file);
        });
    }

    @Test
    void settings() throws IOException {
        Fuzzer.fuzz("settings", 100, stored("settings"), input -> {
            List<String> line = new ArrayList<>(List.of("train", "--dry-run", "ring"));
            new String(input, UTF_8).lines().limit(50).forEach(line::add);
            Fuzzer.assertThatItEndsClearly(gan, line.toArray(String[]::new));
        });
    }

    private void assertThatNothingElseIsWritten(Path file) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void journal() throws IOException {
        fuzzFileOfRun("journal", RunFolder::journal);
    }

    @Test
    void csv() throws IOException {
        fuzzFileOfRun("csv", RunFolder::metricsCsv);
    }

    @Test
    void json() throws IOException {
        fuzzFileOfRun("json", RunFolder::runJson);
    }

    @Test
    void outcome() throws IOException {
        fuzzFileOfRun("outcome", RunFolder::outcomeJson);
    }

    @Test
    void rules() throws IOException {
        fuzzFileOfRun("rules", RunFolder::rules);
    }

    @Test
    void logits() throws IOException {
        fuzzFileOfRun("logits", RunFolder::logits);
    }

    /** Whatever a manifest says, the other checkpoint is used, or the run is refused; the experiment is read from the folder too. */
    @Test
    void checkpoint() throws IOException {
        RunFolder run = run();
        for (Path file : List.of(
                run.checkpoint(3).resolve("manifest.json"), run.checkpoint(3).resolve("means.json"))) {
            byte[] sound = Files.readAllBytes(file);
            Fuzzer.fuzz("checkpoint", 40, List.of(sound), input -> {
                Files.write(file, input);
                Fuzzer.assertThatItEndsClearly(gan, "evaluate", run.path().toString());
            });
        }
    }

    @Test
    void experiment() throws IOException {
        RunFolder run = run();
        byte[] sound = Files.readAllBytes(run.experimentYaml());
        Fuzzer.fuzz("experiment", 40, List.of(sound), input -> {
            Files.write(run.experimentYaml(), input);
            Fuzzer.assertThatItEndsClearly(gan, "evaluate", run.path().toString());
        });
    }

    @Test
    void jar() throws IOException {
        Path jar = folder.resolve("plugin.jar");
        byte[] sound = Files.readAllBytes(new PluginJar()
                .source(
                        "fuzz.Module",
                        "public class Module extends org.gan4j.api.plugin.GanModule {"
                                + " protected void configure() {} }")
                .service("fuzz.Module")
                .write(jar));
        Fuzzer.fuzz("jar", 60, List.of(sound), input -> {
            Files.write(jar, input);
            Fuzzer.assertThatItEndsClearly(gan, "plugins", "--plugins", jar.toString());
            assertThatNothingElseIsWritten(jar);
        });
    }

    /** Copies the stored run: of the fake backend, three steps, two evaluations, two checkpoints. */
    private RunFolder run() throws IOException {
        Path stored = Path.of("src", "test", "resources", "fuzz", "run");
        Path copy = folder.resolve("run");
        try (Stream<Path> files = Files.walk(stored)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(stored.relativize(file).toString()));
            }
        }
        return RunFolder.open(copy);
    }

    private void fuzzFileOfRun(String kind, Function<RunFolder, Path> place) throws IOException {
        RunFolder run = run();
        Path file = place.apply(run);
        byte[] sound = Files.readAllBytes(file);
        Fuzzer.fuzz(kind, 20, List.of(sound), input -> {
            Files.write(file, input);
            Fuzzer.assertThatItEndsClearly(gan, "runs", "--runs", folder.toString());
            Fuzzer.assertThatItEndsClearly(gan, "report", run.path().toString());
        });
    }
}
