package org.gan4j.experiments.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.launch.PlannedCells;
import org.gan4j.api.problem.WorkFailed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in the place of spark-submit writes down how it is called; SparkIT has the real one. */
class SparkLauncherTest {
    @TempDir
    Path home;

    private PlannedCells cells;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void comparison() throws IOException {
        cells = new PlannedCells(Files.createDirectory(home.resolve("it's \"7\" \\ 8")), 7);
    }

    private SparkLauncher launcher() {
        return new SparkLauncher(
                "spark://a:1",
                3,
                2,
                5,
                "6g",
                true,
                List.of("--conf", "spark.ui.enabled=false"),
                "gan --plugins \"my jars\"",
                home.resolve("spark-submit").toString());
    }

    private void submit(String text) throws IOException {
        Path file = Files.writeString(home.resolve("spark-submit"), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void the_application_is_given_to_spark_and_waited_for() throws Exception {
        submit("printf '%s\\n' \"$@\" > '" + home + "/called'; echo cell 1: done; echo warning >&2; echo cell 2: done");

        assertThat(launcher().launch(cells, said::add)).isFalse();

        assertThat(said).containsExactly("cell 1: done", "cell 2: done");
        Path application = cells.comparison().resolve("spark.py");
        assertThat(application).hasContent(launcher().job(cells));
        assertThat(cells.comparison().resolve("spark-driver.log")).hasContent("warning");
        assertThat(Files.readAllLines(home.resolve("called")))
                .startsWith("--master", "spark://a:1")
                // 2 retries follow a first try; 3 cells at a time of 5 cores each.
                .contains("spark.task.maxFailures=3", "spark.cores.max=15", "spark.task.cpus=5")
                .contains("spark.executor.memoryOverhead=6g", "spark.speculation=false")
                .endsWith("--conf", "spark.ui.enabled=false", application.toString());
    }

    @Test
    void the_application_names_the_comparison_and_the_program_whatever_characters_they_have() {
        assertThat(launcher().job(cells))
                .doesNotContainPattern("@[a-z]+@")
                .contains("\nCOMPARISON = \"" + home + "/it's \\\"7\\\" \\\\ 8\"\n", "\nCELLS = 7\n", "\nRETRIES = 2\n")
                .contains("\"gan --plugins \\\"my jars\\\"\"", "-XX:ActiveProcessorCount=5\"");
    }

    @Test
    void a_failure_says_where_the_reason_is_and_what_to_do() throws Exception {
        submit("exit 3");
        assertThatThrownBy(() -> launcher().launch(cells, said::add))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("ended with code 3")
                .hasMessageContaining("spark-driver.log says why")
                .hasMessageContaining("gan resume " + cells.comparison());
        Files.delete(home.resolve("spark-submit"));
        assertThatThrownBy(() -> launcher().launch(cells, said::add))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("cannot be started");
    }
}
