package org.gan4j.experiments.store.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.gan4j.api.experiment.Status;
import org.gan4j.experiments.store.RunEnding;
import org.gan4j.experiments.store.RunFolder;

/**
 * How a run's journal ends.
 *
 * @param moment  the time of the last record; empty where there is none
 * @param ended   the ending that is the last record; empty while the run goes on
 * @param damaged whether the journal cannot be read to its end, so that nobody knows
 */
public record JournalSummary(OptionalLong moment, Optional<Status> ended, boolean damaged) {
    /**
     * Reads a journal, which need not exist.
     *
     * @throws IOException if it cannot be read
     */
    public static JournalSummary of(Path runFolder) throws IOException {
        OptionalLong moment = OptionalLong.empty();
        Optional<Status> ended = Optional.empty();
        JournalReader reader = JournalReader.open(runFolder);
        for (Optional<JournalEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
            JournalEvent event = entry.get().event();
            ended = Optional.empty();
            if (event instanceof JournalEvent.Begun begun) {
                moment = OptionalLong.of(Math.max(begun.run().started(), moment.orElse(0)));
            } else if (event instanceof JournalEvent.Measured measured) {
                moment = OptionalLong.of(measured.millis());
            } else if (event instanceof JournalEvent.Artifact artifact) {
                moment = OptionalLong.of(artifact.millis());
            } else if (event instanceof JournalEvent.Ended last) {
                moment = OptionalLong.of(last.millis());
                ended = Optional.of(last.status());
            }
        }
        return new JournalSummary(moment, ended, reader.damage().isPresent());
    }

    /** Returns whether the journal goes as far as the ending that the run's folder records. */
    public static boolean isComplete(RunFolder folder) throws IOException {
        Optional<Status> recorded = folder.ending().map(RunEnding::status);
        return recorded.isPresent() && recorded.equals(of(folder.path()).ended());
    }
}
