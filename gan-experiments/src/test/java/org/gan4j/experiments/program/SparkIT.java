package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.launch.PlannedCells;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.experiments.launch.SparkLauncher;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Spark runs the cells of a comparison. */
class SparkIT {
    @TempDir
    Path folder;

    @BeforeAll
    static void need() {
        SparkCluster.need();
    }

    private static String[] with(String[] line, String... more) {
        return Stream.concat(Stream.of(line), Stream.of(more)).toArray(String[]::new);
    }

    private static String[] grid(String runs, String... more) {
        String[] grid = {
            "compare",
            "gaussian-1d",
            "loss=minimax,non-saturating",
            "seed=1,2",
            "steps=3000",
            "eval.every=1500",
            "checkpoint.every=50",
            "runs=" + runs,
            "--json"
        };
        return with(grid, more);
    }

    /** The run of the first cell, once it has been made. */
    private Optional<RunFolder> first() {
        return KilledGridIT.runs(folder.resolve("spark")).stream()
                .filter(run -> run.name().startsWith("minimax-seed1"))
                .findFirst();
    }

    /** The executor of the first cell is killed after the first checkpoint of sixty, so that another one resumes it. */
    @Test
    @Tag("tensorflow")
    void a_grid_on_two_workers_equals_a_local_one_though_an_executor_is_killed() throws Exception {
        Program gan = Program.in(folder);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        try (SparkCluster cluster = SparkCluster.in(folder.resolve("cluster"))) {
            Process process = gan.start(
                    out,
                    err,
                    grid(
                            "spark",
                            "launcher=spark",
                            "launcher.master=" + cluster.url(),
                            "launcher.cores=1",
                            "launcher.gan=" + gan.home().resolve("bin/gan")));
            SparkCluster.await(process, err, () -> first().stream()
                    .anyMatch(run -> run.latestCheckpoint().isPresent()));
            cluster.killExecutorOf(" 1");
            assertThat(process.waitFor()).as(Program.read(err)).isZero();
        }
        assertThat(Program.read(err)).contains("cell 1: done", "4 of 4 have ended");

        JsonNode local =
                gan.run(grid("local", "--quiet", "--together", "2")).succeeded().json();
        JsonNode spark = new ObjectMapper().readTree(out.toFile());
        for (String field : List.of("rows", "differences", "conclusion")) {
            assertThat(spark.get(field)).as(field).isEqualTo(local.get(field));
        }
        assertThat(KilledGridIT.results(spark, folder)).hasSize(4).isEqualTo(KilledGridIT.results(local, folder));
        assertThat(KilledGridIT.runs(folder.resolve("spark"))).hasSize(4);
        assertThat(first().orElseThrow().ending().orElseThrow().resumedFrom()).isPositive();
    }

    /** The program in the place of gan writes down which comparison it is called with, and then calls the real one. */
    @Test
    @Tag("tensorflow")
    void without_a_shared_folder_runs_are_sent_back() throws IOException {
        Program gan = Program.in(folder);
        Path script = script("echo \"$2\" >> 'HOME/seen'; exec '" + gan.home().resolve("bin/gan") + "' \"$@\"");
        String[] grid = {"compare", "gaussian-1d", "loss=minimax,non-saturating", "steps=20", "--json"};
        JsonNode spark = gan.run(with(
                        grid,
                        "runs=spark",
                        "launcher=spark",
                        "launcher.master=local[2]",
                        "launcher.cores=1",
                        "launcher.shared=false",
                        "launcher.gan=" + script))
                .succeeded()
                .json();

        assertThat(Files.readAllLines(folder.resolve("seen")))
                .hasSize(2)
                .noneMatch(comparison -> comparison.startsWith(folder.toString()))
                .noneMatch(comparison -> Files.exists(Path.of(comparison)));
        // Nothing is left to do where the command was called.
        assertThat(KilledGridIT.runs(folder.resolve("spark"))).hasSize(2);
        JsonNode local = gan.run(with(grid, "runs=local")).succeeded().json();
        assertThat(spark.get("rows")).isEqualTo(local.get("rows"));
        assertThat(KilledGridIT.results(spark, folder)).hasSize(2).isEqualTo(KilledGridIT.results(local, folder));
    }

    private Path script(String text) throws IOException {
        Path file = Files.writeString(
                folder.resolve("gan"), "#!/bin/sh\n" + text.replace("HOME", folder.toString()) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    /**
     * Cell 1 succeeds, cell 2 is refused, cell 3 fails once and then succeeds, and cell 4 fails whenever it is tried. Cell 5 first
     * kills the process that waits for it, and the second time succeeds if the first was told to stop.
     */
    @Test
    void a_cell_is_tried_again_for_what_is_worth_it_and_never_outlives_its_task() throws IOException {
        Path gan = script("""
                echo $3 >> 'HOME/calls'
                case $3 in
                  2) exit 2 ;;
                  3) ! mkdir 'HOME/three' || exit 1 ;;
                  4) exit 1 ;;
                  5)
                    if mkdir 'HOME/five'; then
                      trap "touch 'HOME/stopped'; exit 143" TERM
                      kill -9 $(ps -o ppid= -p $PPID)
                    fi
                    for i in $(seq 300); do
                      [ ! -e 'HOME/stopped' ] || exit 0
                      sleep 0.1
                    done
                    exit 2
                    ;;
                esac
                """);
        PlannedCells cells = new PlannedCells(Files.createDirectory(folder.resolve("compare \"it's\"")), 5);
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        // In a local master the second number takes the place of spark.task.maxFailures.
        SparkLauncher launcher = new SparkLauncher(
                "local[5,2]",
                5,
                1,
                1,
                "1g",
                true,
                List.of("--conf", "spark.ui.enabled=false"),
                gan.toString(),
                "spark-submit");

        assertThatThrownBy(() -> launcher.launch(cells, said::add))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("ended with code 1")
                .hasMessageContaining("gan resume " + cells.comparison());

        assertThat(Files.readAllLines(folder.resolve("calls")).stream().sorted())
                .containsExactly("1", "2", "3", "3", "4", "4", "5", "5");
        assertThat(String.join("\n", said))
                .contains("cell 1: done", "cell 2: refused", "cell 3: done", "cell 4: failed", "cell 5: done");
    }
}
