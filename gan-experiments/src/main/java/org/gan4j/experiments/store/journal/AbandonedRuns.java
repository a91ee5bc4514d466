package org.gan4j.experiments.store.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.experiments.store.RunFolder;

/**
 * Finds runs whose program was killed before it could record an ending, for example by a power cut. No process writes
 * them any more.
 */
public final class AbandonedRuns {
    private AbandonedRuns() {}

    /**
     * Returns whether a run has not ended, or its journal does not say that it has, and no process writes it. The process that
     * writes it must not call this.
     */
    public static boolean is(Path runFolder) throws IOException {
        if (isWritten(runFolder)) {
            return false;
        }
        return Files.notExists(new RunFolder(runFolder).outcomeJson())
                || lastMoment(runFolder).isPresent();
    }

    /** Returns whether a run has ended, and its journal is gone or empty. One that cannot be read is not lost. */
    public static boolean hasLostItsJournal(Path runFolder) {
        try {
            JournalSummary summary = JournalSummary.of(runFolder);
            return Files.exists(new RunFolder(runFolder).outcomeJson())
                    && summary.moment().isEmpty()
                    && !summary.damaged();
        } catch (IOException e) {
            return false;
        }
    }

    /** Records that such a run was killed, at the time of its last record; leaves any other run unchanged. */
    public static void end(Path runFolder) throws IOException {
        OptionalLong moment = isWritten(runFolder) ? OptionalLong.empty() : lastMoment(runFolder);
        if (moment.isPresent()) {
            try (Journal journal = Journal.open(runFolder)) {
                journal.ended(Status.KILLED, moment.getAsLong());
            } catch (InvalidInput | WorkFailed e) {
                // Another process resumes it at this moment, or it cannot be written here.
                return;
            }
        }
    }

    /** Returns the time of the last record of a run that never ended; empty for one that did, and if that is unknown. */
    private static OptionalLong lastMoment(Path runFolder) throws IOException {
        JournalSummary summary = JournalSummary.of(runFolder);
        return summary.damaged() || summary.ended().isPresent() ? OptionalLong.empty() : summary.moment();
    }

    private static boolean isWritten(Path runFolder) throws IOException {
        Path lock = Journal.lock(runFolder);
        if (!Files.exists(lock)) {
            return false;
        }
        if (!Files.isWritable(lock)) {
            // Someone else may be writing it.
            return true;
        }
        Optional<FolderLock> taken = FolderLock.take(lock);
        if (taken.isPresent()) {
            taken.get().close();
        }
        return taken.isEmpty();
    }
}
