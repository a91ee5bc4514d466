package com.example.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.track.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndingsTrackerTest {
    private static final RunRecord RUN = new RunRecord(
            "uid-1",
            "",
            "run",
            "ring",
            "minimax-seed1",
            "",
            new TreeMap<>(),
            List.of(),
            new RunRecord.DataRecord("ring", "", "[2]", 0),
            List.of(),
            Map.of(),
            "",
            "cpu",
            1,
            0,
            List.of());

    @TempDir
    private Path folder;

    @Test
    void the_same_ending_told_twice_leaves_one_file() throws Exception {
        try (EndingsTracker tracker = new EndingsTracker(Optional.of(folder.resolve("endings")))) {
            tracker.begun(RUN);
            tracker.ended(RUN, Status.FINISHED, 1);
            tracker.begun(RUN);
            tracker.ended(RUN, Status.FINISHED, 1);
        }
        assertThat(folder.resolve("endings")).isDirectoryContaining("glob:**uid-1.txt");
        assertThat(folder.resolve("endings").toFile().list()).hasSize(1);
        assertThat(folder.resolve("endings/uid-1.txt")).hasContent("minimax-seed1 finished");
    }

    @Test
    void without_a_folder_it_has_no_destination_and_is_not_used() {
        try (EndingsTracker tracker = new EndingsTracker(Optional.empty())) {
            assertThat(tracker.destination()).isEmpty();
        }
    }
}
