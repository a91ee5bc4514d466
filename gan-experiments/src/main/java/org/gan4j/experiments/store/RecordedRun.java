package org.gan4j.experiments.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.track.RunRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run or comparison whose {@code run.json} can be read. */
public record RecordedRun(RunFolder folder, RunRecord record) {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedRun.class);

    /** Returns those of the folders that can be read, in their order; a warning names each of the others. */
    public static List<RecordedRun> of(List<RunFolder> folders) {
        return folders.stream().flatMap(folder -> read(folder).stream()).toList();
    }

    /** Returns those of the folders that belong to a comparison, in their order. */
    public static Stream<RecordedRun> membersOf(String comparison, List<RunFolder> folders) {
        return of(folders).stream().filter(run -> run.record.parent().equals(comparison));
    }

    private static Optional<RecordedRun> read(RunFolder folder) {
        try {
            return Optional.of(new RecordedRun(folder, folder.record()));
        } catch (InvalidInput e) {
            LOG.warn("{}; this run is left out", e.getMessage());
            return Optional.empty();
        }
    }
}
