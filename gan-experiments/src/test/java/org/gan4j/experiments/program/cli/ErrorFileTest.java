package org.gan4j.experiments.program.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.run.Games;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorFileTest {
    @TempDir
    Path home;

    /** An error is no failure of the run, which ends with what it raised; it comes as it is to whoever asked for the run. */
    private Throwable raisedWhileRunning(String... settings) {
        Games games = new Games(home);
        LocalRunner runner = games.runner().observedBy(seen -> {
            throw new AssertionError("boom");
        });
        return catchThrowable(() -> runner.compare(games.cells(settings)));
    }

    private String report(Throwable failure) throws IOException {
        Path folder = Files.createDirectories(home.resolve("tmp"));
        return Files.readString(
                ErrorFile.write(folder, failure, List.of("train", "ring")).orElseThrow());
    }

    @Test
    void the_report_names_the_folder_of_the_run_that_was_going_on() throws IOException {
        Throwable failure = raisedWhileRunning("seed=1,2");
        List<RunFolder> runs = RunFolder.below(home).stream()
                .filter(folder -> folder.record().kind().equals("run"))
                .toList();

        assertThat(failure).isInstanceOf(AssertionError.class).hasMessage("boom");
        assertThat(runs).hasSize(1);
        assertThat(report(failure))
                .contains("\nrun: " + runs.get(0).path().toAbsolutePath() + "\n", "arguments: [train, ring]", "boom");
    }

    @Test
    void what_a_failure_was_caused_by_counts_too() throws IOException {
        Throwable failure = new IllegalStateException("wrapped", raisedWhileRunning("seed=1,2"));

        assertThat(report(failure)).contains("\nrun: " + home.toAbsolutePath());
    }

    @Test
    void without_a_run_the_report_says_so() throws IOException {
        assertThat(report(new IllegalStateException("boom"))).contains("\nrun: none was going on\n");
    }
}
