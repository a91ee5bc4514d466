package org.gan4j.experiments.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.track.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path temp;

    private static RunRecord run(String name) {
        return new RunRecord(
                "uid-" + name,
                "",
                "run",
                "ring",
                name,
                "ab12",
                new TreeMap<>(Map.of("loss", "minimax", "seed", "1")),
                List.of(new RunRecord.PartRecord("loss", "minimax", "org.example.Minimax", "", "")),
                new RunRecord.DataRecord("ring", "ef56", "[2]", 0),
                List.of(new RunRecord.PluginRecord("org.example.Plug", "1.0", "plug.jar", "cd34")),
                Map.of("java", "17"),
                "",
                "cpu",
                1,
                1000,
                List.of());
    }

    @Test
    void provenance_comes_back_as_it_was_written() {
        RunFolder folder = new RunFolder(temp.resolve("runs/ring/minimax-seed1"));

        folder.write(run("minimax-seed1"));

        assertThat(folder.record()).isEqualTo(run("minimax-seed1"));
    }

    @Test
    void runs_are_found_through_links_and_each_once() throws IOException {
        Path real = temp.resolve("real");
        new RunFolder(real.resolve("ring/one")).write(run("one"));
        new RunFolder(real.resolve("ring/two")).write(run("two"));
        Path linked = Files.createSymbolicLink(temp.resolve("runs"), real);
        assertThat(RunFolder.below(linked)).extracting(RunFolder::name).containsExactly("one", "two");

        Path collected = Files.createDirectories(temp.resolve("collected"));
        Files.createSymbolicLink(collected.resolve("mine"), real.resolve("ring/one"));
        Files.createSymbolicLink(collected.resolve("all"), real);
        Files.createSymbolicLink(collected.resolve("up"), collected);
        assertThat(RunFolder.below(collected))
                .extracting(folder -> folder.record().name())
                .containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void fields_of_a_newer_program_are_passed_over_and_those_an_older_one_lacked_are_empty() throws IOException {
        Files.writeString(temp.resolve("run.json"), "{\"uid\": \"u\", \"mood\": {\"of\": [\"tomorrow\"]}}");

        RunRecord read = new RunFolder(temp).record();

        assertThat(read.uid()).isEqualTo("u");
        assertThat(read.parts()).isEmpty();
        assertThat(read.settings()).isEmpty();
        assertThat(read.device()).isEmpty();
    }

    /** A fuzzer found that a report of such a run was an internal error. */
    @Test
    void a_metric_whose_description_lost_its_end_has_an_aim() throws IOException {
        Files.writeString(temp.resolve("run.json"), "{\"uid\": \"u\", \"metrics\": [{\"name\": \"eval/jsd\"}]}");

        MetricInfo read = new RunFolder(temp).record().metrics().get(0);

        assertThat(read).isEqualTo(new MetricInfo("eval/jsd", "", "", "", MetricInfo.Aim.NEITHER, false));
    }

    @Test
    void damaged_json_is_the_users_to_mend_and_names_the_line() throws IOException {
        Files.writeString(temp.resolve("run.json"), "{\n\"uid\": 'u'}");

        assertThatThrownBy(() -> new RunFolder(temp).record())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("run.json:2")
                .hasMessageContaining("damaged");
    }

    @Test
    void an_ending_comes_back_with_nan_where_a_number_was_not_finite() {
        RunFolder folder = new RunFolder(temp);
        Measurement parzen = new Measurement(
                "eval/parzen", 225.0, Double.NaN, 10_000, "test", Map.of("folds", 5.0), Map.of("sigma", 0.2));
        RunEnding ending = new RunEnding(
                Status.DIVERGED,
                700,
                0,
                "ff",
                new TreeMap<>(Map.of("loss/g", Double.POSITIVE_INFINITY, "loss/d", 1.25)),
                List.of(parzen),
                1000.5,
                "loss/g became infinite in step 700",
                2000);

        folder.write(ending);

        RunEnding read = folder.ending().orElseThrow();
        assertThat(read.status()).isEqualTo(Status.DIVERGED);
        assertThat(folder.status()).isEqualTo(Status.DIVERGED);
        assertThat(read.metrics()).containsEntry("loss/d", 1.25).containsEntry("loss/g", Double.NaN);
        assertThat(read.measurements()).containsExactly(parzen);
        assertThat(read.reason()).isEqualTo(ending.reason());
    }

    @Test
    void outcome_json_is_valid_json_though_a_number_was_not_finite() throws IOException {
        RunFolder folder = new RunFolder(temp);
        folder.write(new RunEnding(Status.FAILED, 1, 0, "", new TreeMap<>(), List.of(), Double.NaN, "disk full", 0));

        assertThat(Files.readString(folder.outcomeJson()))
                .contains("\"status\" : \"failed\"")
                .contains("\"samplesPerSecond\" : null");
    }

    @Test
    void a_run_without_an_ending_is_running() {
        RunFolder folder = new RunFolder(temp);
        folder.write(run("a"));

        assertThat(folder.ending()).isEmpty();
        assertThat(folder.status()).isEqualTo(Status.RUNNING);
    }

    @Test
    void a_comparison_comes_back_with_its_runs_beside_it_also_after_both_were_moved() throws IOException {
        RunFolder folder = new RunFolder(Files.createDirectories(temp.resolve("runs/ring/compare")));
        Comparison.Row row = new Comparison.Row("minimax", "eval/jsd", 2, 1, 0, 0.1, Double.NaN, Double.NaN, "");
        folder.write(new ComparisonRecord(List.of("../a"), List.of(row), List.of(), "table", "No claim: n = 2."));
        Files.move(temp.resolve("runs"), temp.resolve("moved"));

        RunFolder moved = new RunFolder(temp.resolve("moved/ring/compare"));
        ComparisonRecord read = moved.comparison().orElseThrow();

        assertThat(read.rows()).containsExactly(row);
        assertThat(read.conclusion()).isEqualTo("No claim: n = 2.");
        assertThat(read.folders(moved.path())).containsExactly(temp.resolve("moved/ring/a"));
    }

    @Test
    void a_comparison_of_an_earlier_version_is_read_by_the_keys_of_that_time() throws IOException {
        Files.writeString(temp.resolve("comparison.json"), """
            {"runs": ["../a"], "table": "table", "conclusion": "No claim.",
             "rows": [{"loss": "minimax", "metric": "eval/jsd", "n": 3, "failed": 1, "diverged": 0,
                       "mean": 0.25, "low": 0.125, "high": 0.5, "group": "a"}],
             "differences": [{"a": "minimax", "b": "hinge", "metric": "eval/jsd", "n": 3, "mean": 0.5, "low": 0.25,
                              "high": 0.75, "p": 0.01, "holm": 0.02, "signFlip": 0.25,
                              "bootstrapLow": 0.375, "bootstrapHigh": 0.625}]}
            """);

        ComparisonRecord read = new RunFolder(temp).comparison().orElseThrow();

        assertThat(read.rows())
                .containsExactly(new Comparison.Row("minimax", "eval/jsd", 3, 1, 0, 0.25, 0.125, 0.5, "a"));
        assertThat(read.differences())
                .containsExactly(new Comparison.Difference(
                        "minimax", "hinge", "eval/jsd", 3, 0.5, 0.25, 0.75, 0.01, 0.02, 0.25, 0.375, 0.625));
        assertThat(Json.compact(read))
                .contains("\"arm\":\"minimax\"", "\"adjustedP\":0.02")
                .doesNotContain("\"loss\"", "\"holm\"");
    }

    @Test
    void runs_of_a_comparison_are_named_relative_to_it() {
        Comparison comparison = new Comparison(
                temp.resolve("ring/compare"), List.of(), List.of(), List.of(), "table", "nothing can be concluded");

        assertThat(ComparisonRecord.of(comparison, ComparisonConditions.unknown(), TuningRecord.none())
                        .runs())
                .isEmpty();
        assertThat(ComparisonRecord.relative(temp.resolve("ring/compare"), temp.resolve("ring/minimax-seed1")))
                .isEqualTo("../minimax-seed1");
    }

    @Test
    void metrics_are_read_by_name_in_the_order_of_steps_and_the_last_of_a_repeated_step_counts() throws IOException {
        Files.writeString(
                temp.resolve("metrics.csv"),
                "step,millis,name,value\n20,2,loss/d,0.5\n10,1,loss/d,0.75\n10,1,loss/g,NaN\n20,3,loss/d,0.25\n");

        Map<String, MetricSeries> metrics = new RunFolder(temp).metrics();

        assertThat(metrics).containsOnlyKeys("loss/d", "loss/g");
        assertThat(metrics.get("loss/d").steps()).containsExactly(10, 20);
        assertThat(metrics.get("loss/d").values()).containsExactly(0.75, 0.25);
        assertThat(metrics.get("loss/d").millis()).containsExactly(1, 3);
        assertThat(metrics.get("loss/g").last()).isNaN();
    }

    @Test
    void a_line_that_is_still_being_written_is_left_out() throws IOException {
        Files.writeString(temp.resolve("metrics.csv"), "step,millis,name,value\n10,1,loss/d,0.75\n20,2,loss/d,0.2");

        assertThat(new RunFolder(temp).metrics().get("loss/d").values()).containsExactly(0.75);
    }

    @Test
    void a_damaged_line_is_named() throws IOException {
        Files.writeString(temp.resolve("metrics.csv"), "step,millis,name,value\n10,1,loss/d,0.75\nten,1,loss/d,1\n");

        assertThatThrownBy(() -> new RunFolder(temp).metrics())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("metrics.csv:3")
                .hasMessageContaining("'ten,1,loss/d,1'");
    }

    @Test
    void runs_are_found_below_a_folder_but_not_inside_of_each_other() {
        Path runs = temp.resolve("runs");
        new RunFolder(runs.resolve("ring/b")).write(run("b"));
        new RunFolder(runs.resolve("ring/a")).write(run("a"));
        new RunFolder(runs.resolve("ring/a/artifacts/copy")).write(run("copy"));

        assertThat(RunFolder.below(runs)).extracting(RunFolder::name).containsExactly("a", "b");
        assertThat(RunFolder.below(temp.resolve("none"))).isEmpty();
    }

    @Test
    void a_folder_that_is_no_run_is_the_users_mistake_and_the_message_names_a_run_nearby() {
        RunFolder inside = new RunFolder(temp.resolve("ring/a"));
        inside.write(run("a"));

        assertThatThrownBy(() -> RunFolder.open(temp))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("holds no run.json")
                .hasMessageContaining(inside.path().toString());
        assertThatThrownBy(() -> RunFolder.open(temp.resolve("gone"))).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> RunFolder.open(inside.runJson())).hasMessageContaining("is a file");
        assertThatThrownBy(() -> RunFolder.below(inside.runJson())).hasMessageContaining("is a file");
    }

    @Test
    void the_latest_checkpoint_and_the_pictures_are_ordered_by_step_and_not_by_name() throws IOException {
        RunFolder folder = new RunFolder(temp);
        Files.createDirectories(folder.checkpoint(900));
        Files.createDirectories(folder.checkpoint(1000));
        Files.createDirectories(folder.checkpoints().resolve("step-2000.part"));
        Files.createDirectories(folder.samples());
        Files.createFile(folder.samples(1_500));
        Files.createFile(folder.samples(20));

        assertThat(folder.latestCheckpoint()).hasValue(1000);
        assertThat(folder.pictures()).containsOnlyKeys(20L, 1500L);
        assertThat(folder.samples(500).getFileName()).hasToString("step-000000500.png");
        assertThat(new RunFolder(temp.resolve("none")).latestCheckpoint()).isEmpty();
    }
}
