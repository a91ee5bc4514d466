package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.program.command.GanLine;
import org.gan4j.experiments.run.divergence.ReplayedSteps;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs of seven steps with checkpoints after 2, 4 and 6, and reports and evaluations after 3 and 6. Signals are looked at where the
 * first of these is due: after 2, 3, 4, 6 and 7 steps.
 */
class DivergedRunsTest {
    @TempDir
    Path home;

    private Outcome run(String... settings) {
        return SmallRuns.runner().run(new SmallRuns(home).experiments(settings).get(0));
    }

    @Test
    void a_diverged_run_says_where_it_began_and_keeps_the_checkpoint_before() {
        // The loss of step 5 is NaN, which the mean over steps 5 and 6 shows.
        Outcome outcome = run("backend.divergeAt=5", "checkpoint.keep=1");

        assertThat(outcome.status()).isEqualTo(Status.DIVERGED);
        assertThat(outcome.steps()).isEqualTo(6);
        assertThat(outcome.reason())
                .isEqualTo(
                        "loss/d was not finite at step 6; it began at step 5, in the discriminator's update: the loss"
                                + " fake was NaN.\nA replay begins at the checkpoint of step 4.\nTo see more: gan explain "
                                + outcome.folder());
        assertThat(RunFolder.open(outcome.folder()).checkpointSteps()).containsExactly(4L);
    }

    @Test
    void a_checkpoint_with_an_infinite_slot_does_not_hide_where_it_began() {
        // The slot of step 4 is infinite and lies in the checkpoint of step 4, whose weights are finite. Step 5 shows
        // it.
        Outcome outcome = run("backend.slotBreaksAt=4");

        assertThat(RunFolder.open(outcome.folder()).checkpointSteps()).containsExactly(4L, 2L);
        assertThat(outcome.reason())
                .startsWith("loss/d was not finite at step 6; it began at step 4, in the discriminator's update: the"
                        + " optimizer's slot w.s after the update was infinite.\nA replay begins at the checkpoint of"
                        + " step 2.\n");
    }

    @Test
    void a_replay_finds_the_same_value_again_and_changes_nothing() {
        RunFolder folder = RunFolder.open(run("backend.divergeAt=5").folder());
        ReplayedSteps steps = SmallRuns.runner().replay(folder);

        // From the checkpoint of step 4 on, step 5 is the first.
        assertThat(steps.from()).isEqualTo(4);
        assertThat(steps.values()).containsOnlyKeys(5L);
        assertThat(steps.origin().orElseThrow().name()).isEqualTo("fake");
        assertThat(folder.status()).isEqualTo(Status.DIVERGED);
        assertThat(folder.checkpointSteps()).containsExactly(4L, 2L);
    }

    @Test
    void weights_that_are_not_finite_are_not_saved() {
        // The losses stay finite, so that the checkpoint after step 4 is the first to notice.
        Outcome outcome = run("backend.weightBreaksAt=4", "checkpoint.keep=1");

        assertThat(outcome.status()).isEqualTo(Status.DIVERGED);
        assertThat(outcome.reason())
                .startsWith("the weight w was not finite at step 4; it began at step 4, in the discriminator's update:"
                        + " the weight w after the update was NaN");
        assertThat(RunFolder.open(outcome.folder()).checkpointSteps()).containsExactly(2L);
    }

    @Test
    void weights_that_are_not_finite_at_the_end_are_not_a_finished_run() {
        // Nothing looks at weights before the end. Step 2 lies before the four steps that are inspected first.
        Outcome outcome = run("backend.weightBreaksAt=2", "checkpoint.every=0");

        assertThat(outcome.status()).isEqualTo(Status.DIVERGED);
        assertThat(outcome.reason())
                .startsWith("the weight w was not finite at step 7; it began at step 2, ")
                .contains("A replay begins at the first step.\n");
    }

    @Test
    void the_command_prints_the_steps_around_it() {
        Outcome outcome = run("backend.divergeAt=7", "checkpoint.every=0");
        GanLine gan = new GanLine();

        assertThat(gan.run("explain", outcome.folder().toString())).isZero();

        // The loss of the fake is the number of the step, and its weight the seed, 1, plus the steps made.
        assertThat(gan.out().replaceAll(" +", " "))
                .contains("it began at step 7, in the discriminator's update: the loss fake was NaN")
                .contains("step 4 step 5 step 6 step 7")
                .contains("1 discriminator loss fake 4.0000 5.0000 6.0000 NaN")
                .contains("1 discriminator weight w 5.0000 6.0000 7.0000 8.0000");
    }

    @Test
    void a_run_that_did_not_diverge_is_refused() {
        RunFolder folder = RunFolder.open(run().folder());
        assertThatThrownBy(() -> SmallRuns.runner().replay(folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("has not diverged (its status is finished)");
    }
}
