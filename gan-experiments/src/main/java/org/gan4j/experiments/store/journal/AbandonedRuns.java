package org.gan4j.experiments.store.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.problem.InvalidInput;

/**
 * Finds runs whose program was killed before it could record an ending, for example by a power cut. No process writes
 * them any more.
 */
public final class AbandonedRuns {
    private AbandonedRuns() {}

    /**
     * Returns whether a run's journal has no end and no process writes it. The process that writes it must not call
     * this.
     */
    public static boolean is(Path runFolder) throws IOException {
        return !isWritten(runFolder) && lastMoment(runFolder).isPresent();
    }

    /** Records that such a run was killed, at the time of its last record; leaves any other run unchanged. */
    public static void end(Path runFolder) throws IOException {
        Optional<Long> moment = isWritten(runFolder) ? Optional.empty() : lastMoment(runFolder);
        if (moment.isPresent()) {
            try (Journal journal = Journal.open(runFolder)) {
                journal.ended(Status.KILLED, moment.get());
            } catch (InvalidInput e) {
                // Another process resumes it at this moment, or it cannot be written here.
                return;
            }
        }
    }

    /**
     * Returns the time of the last record of a run that never ended; empty for one that did, and if the time is
     * unknown.
     */
    private static Optional<Long> lastMoment(Path runFolder) throws IOException {
        Optional<Long> moment = Optional.empty();
        JournalReader reader = JournalReader.open(runFolder);
        for (Optional<JournalEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
            JournalEvent event = entry.get().event();
            if (event instanceof JournalEvent.Begun begun) {
                moment = Optional.of(Math.max(begun.run().started(), moment.orElse(0L)));
            } else if (event instanceof JournalEvent.Measured measured) {
                moment = Optional.of(measured.millis());
            } else if (event instanceof JournalEvent.Artifact artifact) {
                moment = Optional.of(artifact.millis());
            } else if (event instanceof JournalEvent.Ended) {
                moment = Optional.empty();
            }
        }
        // What stands behind damage, nobody knows.
        return reader.damage().isPresent() ? Optional.empty() : moment;
    }

    private static boolean isWritten(Path runFolder) throws IOException {
        Path lock = Journal.lock(runFolder);
        if (!Files.exists(lock)) {
            return false;
        }
        Optional<FolderLock> taken = FolderLock.take(lock);
        if (taken.isPresent()) {
            taken.get().close();
        }
        return taken.isEmpty();
    }
}
