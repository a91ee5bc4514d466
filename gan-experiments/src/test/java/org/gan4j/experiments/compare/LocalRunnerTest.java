package org.gan4j.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Run;
import org.gan4j.api.run.WeightDigest;
import org.gan4j.experiments.run.Progress;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.game.GameDescription;
import org.gan4j.experiments.store.game.LogitHistogram;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRunnerTest {
    @TempDir
    Path runs;

    private final LocalRunner runner =
            Extensions.onClassPath().instance(LocalRunner.class).reportingTo(Progress.none());

    /** The fake's experiment of 20 steps, with these settings over it. */
    private List<Experiment> cells(String... settings) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String setting :
                List.of("backend=fake", "metrics=[]", "runs=" + runs, "steps=20", "eval.every=10", "report.every=5")) {
            all.put(setting.split("=", 2)[0], setting);
        }
        for (String setting : settings) {
            all.put(setting.split("=", 2)[0], setting);
        }
        return runner.resolve("gaussian-1d", all.values().toArray(String[]::new));
    }

    @Test
    void a_run_leaves_its_record_its_values_a_checkpoint_and_a_report() {
        Outcome outcome = runner.run(cells("seed=3").get(0));

        assertThat(outcome.status()).isEqualTo(Status.FINISHED);
        assertThat(outcome.steps()).isEqualTo(20);
        RunFolder folder = RunFolder.open(outcome.folder());
        assertThat(folder.record().seed()).isEqualTo(3);
        assertThat(folder.record().hash()).isEqualTo(outcome.experiment().hash());
        // loss/d is the mean of the numbers of the steps of a report: of 1…5 it is 3, of 16…20 it is 18.
        assertThat(folder.metrics().get("loss/d").steps()).containsExactly(5, 10, 15, 20);
        assertThat(folder.metrics().get("loss/d").values()).containsExactly(3, 8, 13, 18);
        // Evaluates the untrained nets, every 10 steps, and at the end.
        assertThat(folder.pictures()).containsOnlyKeys(0L, 10L, 20L);
        // The fake's discriminator gives every example the logit 0, and an evaluation scores 256.
        assertThat(LogitHistogram.read(folder.logits())).containsOnlyKeys(0L, 10L, 20L);
        assertThat(LogitHistogram.read(folder.logits()).get(20L))
                .isEqualTo(LogitHistogram.of(new float[256], new float[256]));
        assertThat(GameDescription.read(folder.rules())).isPresent();
        assertThat(folder.latestCheckpoint()).hasValue(20);
        assertThat(folder.report()).isNotEmptyFile();
        assertThat(folder.status()).isEqualTo(Status.FINISHED);
    }

    @Test
    void a_run_that_has_ended_is_opened_at_its_last_step_and_gives_samples() {
        Outcome outcome = runner.run(cells("seed=3").get(0));

        try (Run trained = runner.open(outcome)) {
            assertThat(trained.step()).isEqualTo(20);
            assertThat(WeightDigest.sha256(trained.weights())).isEqualTo(outcome.weights());
            assertThat(trained.generate(trained.latent(16, "samples")).shape()).isEqualTo(Shape.of(16, 1));
        }
    }

    @Test
    void a_finished_run_leaves_its_generator_and_journals_the_file_that_completes_it_last() throws IOException {
        RunFolder folder = RunFolder.open(runner.run(cells("seed=3").get(0)).folder());

        // The fake's one weight is seed + steps.
        assertThat(folder.model().resolve("tfmodel/saved_model.pb")).hasContent("w=23");
        assertThat(Files.readAllLines(folder.journal()).stream()
                        .filter(line -> line.contains("artifacts/model/"))
                        .map(line -> line.replaceFirst(".*artifacts/model/([^\"]*)\".*", "$1")))
                .containsExactly(
                        "conda.yaml", "python_env.yaml", "requirements.txt", "tfmodel/saved_model.pb", "MLmodel");
    }

    @Test
    void a_run_that_diverged_leaves_no_generator_and_one_that_cannot_be_exported_is_finished_all_the_same() {
        Outcome diverged = runner.run(cells("backend.divergeAt=7").get(0));
        Outcome finished = runner.run(cells("backend.exports=false").get(0));

        assertThat(diverged.status()).isEqualTo(Status.DIVERGED);
        assertThat(RunFolder.open(diverged.folder()).model()).doesNotExist();
        assertThat(finished.status()).isEqualTo(Status.FINISHED);
        assertThat(RunFolder.open(finished.folder()).model().resolve("MLmodel")).doesNotExist();
    }

    @Test
    void a_run_that_becomes_nan_is_called_diverged_and_says_where() {
        Outcome outcome = runner.run(cells("backend.divergeAt=7").get(0));

        assertThat(outcome.status()).isEqualTo(Status.DIVERGED);
        assertThat(outcome.reason()).startsWith("loss/d was not finite at step ");
        assertThat(RunFolder.open(outcome.folder()).status()).isEqualTo(Status.DIVERGED);
    }

    @Test
    void a_metric_that_finds_too_few_examples_is_refused_before_any_cell_runs() {
        List<Experiment> cells =
                cells("dataset=fashion-mini", "metrics=[ndb]", "metrics.ndb.bins=10,100000", "seed=1,2");
        int folders = RunFolder.below(runs).size();
        assertThatThrownBy(() -> runner.compare(cells))
                .isInstanceOf(InvalidInput.class)
                .hasMessageMatching("metric ndb: bins=100000 needs as many training examples, and it uses \\d+");
        assertThat(RunFolder.below(runs)).hasSize(folders);
    }

    @Test
    void a_broken_backend_fails_its_run_and_not_the_grid() {
        Comparison comparison = runner.compare(cells("seed=1,2,3,4", "backend.failAt=7"));

        assertThat(comparison.outcomes()).hasSize(4).allSatisfy(outcome -> {
            assertThat(outcome.status()).isEqualTo(Status.FAILED);
            assertThat(outcome.reason())
                    .contains("the fake broke at step 7")
                    .contains("error.txt in the run's folder has the details");
            assertThat(outcome.folder().resolve("error.txt"))
                    .content()
                    .startsWith("java.lang.IllegalStateException: the fake broke at step 7")
                    .contains("at org.gan4j.experiments.run.FakeBackend");
        });
        assertThat(new RunFolder(comparison.folder()).report()).isNotEmptyFile();
    }

    @Test
    void the_runs_of_a_comparison_name_it_as_their_parent() {
        Comparison comparison = runner.compare(cells("loss=minimax,non-saturating", "seed=1,2,3"));

        String uid = RunFolder.open(comparison.folder()).record().uid();
        assertThat(comparison.outcomes()).hasSize(6).allSatisfy(outcome -> assertThat(
                        RunFolder.open(outcome.folder()).record().parent())
                .isEqualTo(uid));
        assertThat(comparison.outcomes().get(0).folder().getFileName().toString())
                .startsWith("minimax-seed1-");
        // The fake does the same under each loss, so paired differences are exactly 0.
        assertThat(comparison.differences()).isNotEmpty().allSatisfy(difference -> {
            if (!difference.metric().startsWith("time/")) {
                assertThat(difference.mean()).isZero();
            }
        });
    }

    @Test
    void a_resumed_run_goes_on_from_its_checkpoint_and_repeats_no_value() throws IOException {
        Outcome whole = runner.run(cells("seed=5").get(0));
        RunFolder folder = RunFolder.open(whole.folder());
        int before = folder.metrics().get("loss/d").values().length;
        Files.delete(folder.outcomeJson());

        Outcome resumed = runner.resume(folder);

        assertThat(resumed.resumedFrom()).isEqualTo(20);
        assertThat(resumed.steps()).isEqualTo(20);
        assertThat(resumed.weights()).isEqualTo(whole.weights());
        // Nothing was left to do, so the last values and the speed are those from before.
        assertThat(resumed.metrics()).containsEntry("loss/d", 18.0).containsKeys("loss/g", "time/epoch");
        assertThat(resumed.samplesPerSecond()).isPositive();
        assertThat(folder.metrics().get("loss/d").values()).hasSize(before);
    }

    @Test
    void a_file_where_the_folder_of_the_runs_should_be_is_the_users_mistake() throws IOException {
        Path file = Files.writeString(runs.resolve("file"), "");
        Experiment cell = cells("runs=" + file).get(0);

        assertThatThrownBy(() -> runner.run(cell))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void speed_counts_real_examples_of_all_discriminator_updates() {
        Outcome outcome = runner.run(cells("backend.millis=2", "schedule.k=3", "batch=10", "steps=50")
                .get(0));

        // 50 steps of at least 2 ms with 3 batches of 10: at most 1500 examples in 0.1 s.
        assertThat(outcome.samplesPerSecond()).isPositive().isLessThanOrEqualTo(15_000);
        assertThat(outcome.metrics().get("time/epoch")).isCloseTo(5, within(1e-9));
    }
}
