package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests runs with {@code on-nan=rollback}. Something is due at the steps 2, 3, 4 and 6 of seven, and checkpoints are those of 0, 2, 4 and 6. */
class RolledBackRunsTest {
    @TempDir
    Path home;

    private Experiment experiment(String... settings) {
        return new SmallRuns(home).experiments(settings).get(0);
    }

    private static float weight(Outcome outcome) {
        try (ReopenedRun opened = SmallRuns.runner().open(RunFolder.open(outcome.folder()), "newest")) {
            FloatTensor weight = opened.run().weights().get("w");
            return weight.values()[0];
        }
    }

    @Test
    void the_nets_are_those_of_the_checkpoint_again_and_the_steps_go_on() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Outcome outcome = SmallRuns.runner()
                .reportingTo(Progress.plain(new PrintStream(said, true, StandardCharsets.UTF_8), System::nanoTime))
                .run(experiment("on-nan=rollback", "backend.divergeAt=5"));

        assertThat(outcome.status()).isEqualTo(Status.FINISHED);
        assertThat(outcome.steps()).isEqualTo(7);
        // The loss of step 5 is noticed then or with step 6, where something is due. The weight of step 4 is 1 + 4, and
        // step 7 adds 1.
        assertThat(weight(outcome)).isEqualTo(6);
        assertThat(outcome.metrics()).containsEntry("rollbacks", 1.0);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .containsPattern("loss/d was not finite at step [56]; its nets are those of step 4 again")
                .contains("rollback 1 of at most 10");
        RunFolder folder = RunFolder.open(outcome.folder());
        assertThat(folder.metrics().get("rollbacks").steps()).containsExactly(6);
        // Once what is kept: the two newest, and the newest that checkpoint.every asks for, which is one of them.
        assertThat(folder.checkpointSteps()).containsExactly(7L, 6L);
    }

    @Test
    void a_state_with_an_infinite_slot_is_not_gone_back_to() {
        Outcome outcome = SmallRuns.runner().run(experiment("on-nan=rollback", "backend.slotBreaksAt=4"));

        // The checkpoint of step 4 would be the first to hold the slot. Step 2 has the weight 1 + 2, and the steps 5, 6
        // and 7 add 3.
        assertThat(weight(outcome)).isEqualTo(6);
        assertThat(outcome.metrics()).containsEntry("rollbacks", 1.0);
    }

    @Test
    void a_comparison_counts_the_rollbacks_of_each_arm_and_tests_nothing_about_them() {
        Comparison comparison = SmallRuns.runner()
                .compare(new SmallRuns(home)
                        .experiments(
                                "loss=minimax,non-saturating", "seed=1,2", "on-nan=rollback", "backend.divergeAt=5"));

        assertThat(comparison.table())
                .contains("Rollbacks after a value that was not finite, and runs that have them: minimax 2 in 2 of 2,"
                        + " non-saturating 2 in 2 of 2.");
        assertThat(comparison.rows()).extracting(Comparison.Row::metric).doesNotContain("rollbacks");
    }

    @Test
    void without_a_checkpoint_the_first_weights_are_taken() {
        Outcome outcome = SmallRuns.runner()
                .run(experiment("on-nan=rollback", "backend.divergeAt=5", "checkpoint.every=0", "eval.every=0"));

        // Reports are due at 3 and 6. The first weight is the seed, and step 7 adds 1.
        assertThat(weight(outcome)).isEqualTo(2);
        assertThat(outcome.status()).isEqualTo(Status.FINISHED);
    }

    @Test
    void after_ten_times_the_run_ends_as_diverged() {
        Outcome outcome = SmallRuns.runner()
                .run(experiment("on-nan=rollback", "backend.weightBreaksAt=3", "steps=100", "report.every=0"));

        // The weight is looked at with each checkpoint from step 4 on: ten rollbacks at 4, 6, ... 22, and the end at
        // 24.
        assertThat(outcome.status()).isEqualTo(Status.DIVERGED);
        assertThat(outcome.steps()).isEqualTo(24);
        assertThat(outcome.metrics()).containsEntry("rollbacks", 10.0);
        assertThat(outcome.reason()).contains("the weight w was not finite at step 24");
    }

    @Test
    void a_run_without_such_a_value_has_the_weights_of_one_that_stops() {
        Outcome stops = SmallRuns.runner().run(experiment());
        Outcome goesBack = SmallRuns.runner().run(experiment("on-nan=rollback"));

        assertThat(goesBack.weights()).isEqualTo(stops.weights());
        assertThat(goesBack.metrics()).doesNotContainKey("rollbacks");
    }

    @Test
    void the_times_of_reports_and_checkpoints_belong_to_the_identity_of_a_run_that_may_go_back() {
        assertThat(experiment("report.every=1").hash()).isEqualTo(experiment().hash());
        assertThat(experiment("on-nan=rollback").hash())
                .isNotEqualTo(experiment().hash());
        for (String time : List.of("report.every=1", "checkpoint.every=1", "costly.every=1")) {
            assertThat(experiment("on-nan=rollback", time).hash())
                    .as(time)
                    .isNotEqualTo(experiment("on-nan=rollback").hash());
        }
    }
}
