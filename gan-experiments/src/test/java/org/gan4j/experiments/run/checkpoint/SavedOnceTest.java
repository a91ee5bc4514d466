package org.gan4j.experiments.run.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.experiments.run.Games;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of checkpoints while a run that may go back trains; Java's flight recorder notes each read of a file. */
class SavedOnceTest {
    @TempDir
    Path home;

    /**
     * The checkpoints of 2, 4 and 6 are those of {@code checkpoint.every}, as is that of the beginning. Each is read while its
     * manifest is made, where it is not yet in its place; the newest is the one to go back to.
     */
    @Test
    void a_checkpoint_that_was_written_just_now_is_not_read_again() throws IOException {
        Games games = new Games(home);
        Experiment experiment =
                games.cells("on-nan=rollback", "steps=6", "checkpoint.every=2").get(0);
        Path log = home.resolve("reads.jfr");
        Outcome outcome;
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileRead").withoutThreshold();
            recording.start();
            outcome = games.runner().run(experiment);
            recording.stop();
            recording.dump(log);
        }

        List<Path> states = reads(log).stream()
                .filter(file -> file.startsWith(outcome.folder()) && file.endsWith("step"))
                .toList();
        RunFolder folder = RunFolder.open(outcome.folder());
        assertThat(folder.checkpointSteps()).containsExactly(6L, 4L);
        assertThat(states).hasSizeGreaterThanOrEqualTo(4);
        for (long step : List.of(0L, 2L, 4L, 6L)) {
            assertThat(states).doesNotContain(folder.checkpoint(step).resolve("step"));
        }
    }

    private static List<Path> reads(Path log) throws IOException {
        return RecordingFile.readAllEvents(log).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.FileRead") && event.hasField("path"))
                .map(event -> event.getString("path"))
                .filter(path -> path != null)
                .map(Path::of)
                .toList();
    }
}
