package org.gan4j.experiments.run.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.OnNan;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.run.AskedBackend;
import org.gan4j.experiments.run.Games;
import org.gan4j.experiments.run.checkpoint.Checkpoints;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a run is asked for its whole state, which is fetched from the device each time. */
class AskedStatesTest {
    @TempDir
    Path home;

    private Experiment counting(String... settings) {
        return AskedBackend.counting(new Games(home).cells(settings).get(0));
    }

    /**
     * The slot of step 4 lies in the checkpoint of step 4, so that a replay may begin at that of step 2 alone. Step 5 shows it, and
     * the steps from 2 are inspected once.
     */
    @Test
    void replays_choose_their_checkpoint_once() {
        Experiment experiment = counting("checkpoint.every=2", "backend.slotBreaksAt=4");
        Outcome outcome = new Games(home).runner().run(experiment);
        Checkpoints checkpoints = new Checkpoints(RunFolder.open(outcome.folder()), experiment, sentence -> {});
        AskedBackend.asked(experiment, "isFinite");

        ReplayedSteps steps = new DivergenceReplay(checkpoints, sentence -> {}, () -> false)
                .replay(outcome.steps())
                .orElseThrow();

        assertThat(steps.from()).isEqualTo(2);
        assertThat(steps.last()).isEqualTo(4);
        assertThat(AskedBackend.asked(experiment, "isFinite")).isEqualTo(2);
    }

    /** A state that is finite has finite weights. Without rollbacks slots may be infinite, and weights alone are looked at. */
    @ParameterizedTest
    @CsvSource({"STOP, 0, 0, 1, false", "ROLLBACK, 0, 1, 0, false", "STOP, 3, 0, 1, false", "ROLLBACK, 3, 1, 1, true"})
    void a_state_is_fetched_once_where_it_is_finite(
            OnNan onNan, long slotBreaksAt, int states, int weights, boolean found) {
        Experiment experiment = counting("backend.slotBreaksAt=" + slotBreaksAt);
        NonFiniteValues values = new NonFiniteValues(onNan);
        try (Run run = experiment.parts().backend().value().open(experiment)) {
            run.advance(3);

            assertThat(values.areInState(run)).isEqualTo(found);
        }
        assertThat(AskedBackend.asked(experiment, "isFinite")).isEqualTo(states);
        assertThat(AskedBackend.asked(experiment, "weights")).isEqualTo(weights);
        assertThat(values.first()).isEqualTo(found ? "a slot or a kept value was not finite at step 3" : "");
    }
}
