package org.gan4j.experiments.store.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Status;

/** Runs whose program died without a word, as of a power cut: nobody writes them any more, and they never said how they ended. */
public final class AbandonedRuns {
    private AbandonedRuns() {}

    /** Whether a run's journal has no end and nobody writes it. Not for a process that writes it itself. */
    public static boolean is(Path runFolder) throws IOException {
        return !isWritten(runFolder) && lastMoment(runFolder).isPresent();
    }

    /** Records that such a run was killed, at the moment of its last record; leaves any other as it is. */
    public static void end(Path runFolder) throws IOException {
        Optional<Long> moment = isWritten(runFolder) ? Optional.empty() : lastMoment(runFolder);
        if (moment.isPresent()) {
            try (Journal journal = Journal.open(runFolder)) {
                journal.ended(Status.KILLED, moment.get());
            } catch (InvalidInput e) {
                // Somebody goes on with it at this very moment, or it cannot be written here.
                return;
            }
        }
    }

    /** When the last thing happened in a run that never ended; empty for one that did, and where nobody can say. */
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
