package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The weight of the fake after t steps is its seed + t, which is 1 + t here; its checkpoints are those of steps 2, 4, 6 and 7. */
class ResumedRunsTest {
    @TempDir
    Path home;

    private RunFolder run(String... settings) {
        SmallRuns runs = new SmallRuns(home);
        return RunFolder.open(
                SmallRuns.runner().run(runs.experiments(settings).get(0)).folder());
    }

    @Test
    void the_newest_checkpoints_are_kept_and_those_that_are_permanent() {
        assertThat(run().checkpointSteps()).containsExactly(7L, 6L);
        assertThat(run("checkpoint.keep=3").checkpointSteps()).containsExactly(7L, 6L, 4L);
        // 2 and 4 are dropped unless they are multiples of 4.
        assertThat(run("checkpoint.keep=1", "checkpoint.permanent=4").checkpointSteps())
                .containsExactly(7L, 4L);
    }

    /** The fake's samples are the same at each step, so its first evaluation, at step 3, stays the best. */
    @Test
    void the_best_evaluation_has_a_checkpoint_that_is_kept_and_can_be_chosen() {
        RunFolder folder = run("metrics=[wasserstein]", "checkpoint.best=wasserstein");
        assertThat(folder.checkpointSteps()).containsExactly(7L, 6L, 3L);
        assertThat(stepOf(folder, "best")).isEqualTo(3);
        assertThat(stepOf(folder, "newest")).isEqualTo(7);
        assertThat(stepOf(folder, "-1")).isEqualTo(7);
        assertThat(stepOf(folder, "6")).isEqualTo(6);
    }

    private static long stepOf(RunFolder folder, String checkpoint) {
        try (ReopenedRun opened = SmallRuns.runner().open(folder, checkpoint)) {
            return opened.run().step();
        }
    }

    @Test
    void a_checkpoint_that_is_no_choice_or_was_not_kept_is_refused() {
        RunFolder folder = run();
        assertThatThrownBy(() -> stepOf(folder, "4"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no checkpoint of that step; it has those of [7, 6]");
        assertThatThrownBy(() -> stepOf(folder, "bset"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("--step bset: is not a checkpoint; expected the number of a step, newest or best");
        assertThatThrownBy(() -> stepOf(folder, "best"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("kept no best checkpoint")
                .hasMessageContaining("checkpoint.best=METRIC");
    }

    @Test
    void the_best_is_chosen_by_a_metric_that_is_measured_and_does_not_look_at_the_test_split() {
        SmallRuns runs = new SmallRuns(home);
        assertThatThrownBy(() -> runs.experiments("metrics=[wasserstein]", "checkpoint.best=wassertein"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("does not measure eval/wassertein, did you mean 'eval/wasserstein'");
        assertThatThrownBy(() -> SmallRuns.runner().resolve("mnist", "checkpoint.best=parzen"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("looks at the test split")
                .hasMessageContaining("set metrics.parzen.split=validation");
    }

    @Test
    void how_many_checkpoints_are_kept_does_not_belong_to_an_experiment() {
        SmallRuns runs = new SmallRuns(home);
        String metrics = "metrics=[wasserstein]";
        assertThat(runs.experiments(
                                metrics, "checkpoint.keep=5", "checkpoint.permanent=3", "checkpoint.best=wasserstein")
                        .get(0)
                        .hash())
                .isEqualTo(runs.experiments(metrics).get(0).hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"step", "manifest.json"})
    void a_checkpoint_with_any_file_changed_cut_emptied_lengthened_or_gone_is_not_used(String file) throws IOException {
        RunFolder folder = run();
        Path path = folder.checkpoint(7).resolve(file);
        byte[] sound = Files.readAllBytes(path);
        byte[] changed = sound.clone();
        // The step "7" becomes "6", and in the manifest a letter another one.
        changed[sound.length / 2] ^= 1;

        for (byte[] damaged : List.of(changed, new byte[0], Arrays.copyOf(sound, sound.length / 2))) {
            Files.write(path, damaged);
            assertThatStepIsUsed(6, folder, file);
        }
        if (!file.equals("manifest.json")) {
            Files.write(path, sound);
            Files.writeString(path, "0", StandardOpenOption.APPEND);
            assertThatStepIsUsed(6, folder, file);
        }
        Files.delete(path);
        assertThatStepIsUsed(6, folder, file.equals("step") ? "step is missing" : "no manifest");
        Files.write(path, sound);
        try (ReopenedRun opened = SmallRuns.runner().open(folder)) {
            assertThat(opened.run().step()).isEqualTo(7);
        }
        Files.writeString(folder.checkpoint(7).resolve("more"), "");
        assertThatStepIsUsed(6, folder, "not written with it");
    }

    private static void assertThatStepIsUsed(long step, RunFolder folder, String fault) {
        List<String> said = new ArrayList<>();
        LocalRunner runner = Extensions.onClassPath()
                .instance(LocalRunner.class)
                .reportingTo(Progress.plain(
                        new PrintStream(OutputStream.nullOutputStream()) {
                            @Override
                            public void println(String line) {
                                said.add(line);
                            }
                        },
                        () -> 0));
        try (ReopenedRun opened = runner.open(folder)) {
            assertThat(opened.run().step()).isEqualTo(step);
        }
        assertThat(said)
                .singleElement()
                .asString()
                .contains(folder.checkpoint(7).toString(), "is damaged", "step 6 is used instead");
        if (!fault.equals("manifest.json")) {
            assertThat(said.get(0)).contains(fault);
        }
    }

    @Test
    void a_manifest_of_another_step_or_experiment_is_not_believed() throws IOException {
        RunFolder folder = run();
        Path manifest = folder.checkpoint(7).resolve("manifest.json");
        String sound = Files.readString(manifest);
        for (String other : List.of(
                sound.replace("\"step\" : 7", "\"step\" : 5"),
                sound.replace("\"step\" : 7", "\"step\" : -5"),
                sound.replaceFirst("\"experiment\" : \"....", "\"experiment\" : \"0000"))) {
            assertThat(other).isNotEqualTo(sound);
            Files.writeString(manifest, other);
            assertThatStepIsUsed(6, folder, "manifest");
        }
    }

    @Test
    void without_a_sound_checkpoint_the_run_is_refused_and_the_message_says_what_to_do() throws IOException {
        RunFolder folder = run();
        for (long step : folder.checkpointSteps()) {
            Files.writeString(folder.checkpoint(step).resolve("step"), "");
        }
        assertThatThrownBy(() -> SmallRuns.runner().open(folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no checkpoint is sound")
                .hasMessageContaining("gan train " + folder.experimentYaml());
    }

    @Test
    void a_finished_run_whose_last_checkpoint_is_damaged_makes_it_again_when_it_is_resumed() throws IOException {
        RunFolder folder = run();
        Files.writeString(folder.checkpoint(7).resolve("step"), "5");

        Outcome outcome = SmallRuns.runner().resume(folder);

        assertThat(outcome.resumedFrom()).isEqualTo(6);
        try (ReopenedRun opened = SmallRuns.runner().open(folder)) {
            assertThat(opened.run().step()).isEqualTo(7);
        }
    }

    @Test
    void a_run_of_an_earlier_version_without_manifests_can_be_opened() throws IOException {
        RunFolder folder = run();
        Files.delete(folder.checkpoint(7).resolve("manifest.json"));
        String record = Files.readString(folder.runJson());
        Files.writeString(
                folder.runJson(),
                record.replaceFirst("\"checkpoint.keep\" : \"2\",", "")
                        .replaceFirst("\"checkpoint.permanent\" : \"0\",", "")
                        .replaceFirst("\"checkpoint.best\" : \"none\",", "")
                        .replaceFirst("\"on-nan\" : \"stop\",", "")
                        .replaceFirst("\"precision\" : \"float32\",", "")
                        .replaceFirst("\"precision.force\" : \"false\",", ""));
        try (ReopenedRun opened = SmallRuns.runner().open(folder)) {
            assertThat(opened.run().step()).isEqualTo(7);
        }
        // Its content must at least agree with its name.
        Files.writeString(folder.checkpoint(7).resolve("step"), "5");
        assertThatStepIsUsed(6, folder, "step 5");
    }

    @Test
    void a_finished_run_that_is_whole_is_not_touched() throws IOException {
        RunFolder folder = run();
        String journal = Files.readString(folder.journal());
        String outcome = Files.readString(folder.outcomeJson());

        assertThat(SmallRuns.runner().resume(folder).weights())
                .isEqualTo(folder.ending().orElseThrow().weights());

        assertThat(folder.journal()).hasContent(journal);
        assertThat(folder.outcomeJson()).hasContent(outcome);
    }

    @Test
    void a_longer_budget_trains_a_finished_run_on_to_what_it_would_have_been() throws IOException {
        Outcome longer = SmallRuns.runner()
                .run(new SmallRuns(home.resolve("longer"))
                        .experiments("steps=12")
                        .get(0));
        RunFolder folder = run();

        Outcome outcome = SmallRuns.runner().extend(folder, List.of("steps=12"));

        assertThat(outcome.status()).isEqualTo(Status.FINISHED);
        assertThat(outcome.steps()).isEqualTo(12);
        assertThat(outcome.resumedFrom()).isEqualTo(7);
        assertThat(outcome.weights()).isEqualTo(longer.weights());
        assertThat(folder.record().hash()).isEqualTo(longer.experiment().hash());
        assertThat(folder.record().settings()).containsEntry("steps", "12");
        assertThat(Files.readString(folder.experimentYaml())).contains("steps: 12");
        SmallRuns.assertThatItEndsOnceEachTimeItIsBegun(folder);
        // The end of the shorter budget was looked at and reported too, so that the next report is that of steps 8 and
        // 9, and not of 7 to 9.
        List<String> more = new ArrayList<>(SmallRuns.records(folder));
        more.removeAll(SmallRuns.records(RunFolder.open(longer.folder())));
        assertThat(more).allSatisfy(record -> assertThat(record).matches("7 .*|9 loss/d 8.5"));
    }

    @Test
    void only_the_budget_of_a_run_of_its_own_can_be_made_longer() {
        RunFolder folder = run();
        assertThatThrownBy(() -> SmallRuns.runner().extend(folder, List.of("seed=3")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("seed=3")
                .hasMessageContaining("steps, epochs, minutes");
        assertThatThrownBy(() -> SmallRuns.runner().extend(folder, List.of("steps=7")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("has made 7 steps already");
        RunFolder member = RunFolder.open(SmallRuns.runner()
                .compare(new SmallRuns(home).experiments("seed=1,2"))
                .outcomes()
                .get(0)
                .folder());
        assertThatThrownBy(() -> SmallRuns.runner().extend(member, List.of("steps=12")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("is one of a comparison");
    }

    @Test
    void rests_of_runs_that_were_never_born_are_removed_and_other_folders_are_not() throws IOException {
        SmallRuns runs = new SmallRuns(home);
        Path beside = home.resolve("gaussian-1d");
        Path rest = Files.createDirectories(beside.resolve("minimax-seed1-20260101-000000.part"));
        Files.writeString(rest.resolve("run.json"), "{");
        Path foreign = Files.createDirectories(beside.resolve("notes.part"));

        assertThat(runs.known()).isEmpty();
        SmallRuns.runner().run(runs.experiment());

        assertThat(rest).doesNotExist();
        assertThat(foreign).exists();
        try (Stream<Path> all = Files.list(beside)) {
            assertThat(all).hasSize(2);
        }
    }
}
