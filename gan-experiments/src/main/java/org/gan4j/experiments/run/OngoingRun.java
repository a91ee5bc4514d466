package org.gan4j.experiments.run;

import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gan4j.experiments.store.RunFolder;

/** Notes on a failure which run was going on, so that whoever reports the failure can name the run's folder. */
public final class OngoingRun {
    private OngoingRun() {}

    /** A note, which a failure carries as one that it suppresses. */
    private static final class Note extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String folder;

        Note(Path folder) {
            super("while the run in " + folder + " was going on", null, false, false);
            this.folder = folder.toString();
        }
    }

    /** Does a piece of a run's work; a failure in it carries the note. */
    static <T> T noted(RunFolder folder, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            e.addSuppressed(new Note(folder.path().toAbsolutePath()));
            throw e;
        }
    }

    /** Returns the folder of the run that was going on when something failed, if there was one. */
    public static Optional<Path> folder(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            for (Throwable suppressed : cause.getSuppressed()) {
                if (suppressed instanceof Note note) {
                    return Optional.of(Path.of(note.folder));
                }
            }
        }
        return Optional.empty();
    }
}
