package org.gan4j.disk;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Everything that changes a lasting file asks here first, so that a test can stop the process, or let the disk refuse,
 * at any single operation.
 */
public final class DiskOperations {
    /** One kind of change. */
    public enum Kind {
        CREATE,
        WRITE,
        APPEND,
        SYNC,
        MOVE,
        DELETE
    }

    /** What happens before an operation. */
    @FunctionalInterface
    public interface Guard {
        /** Returns if the operation may go on; may also end the process. */
        void before(Kind kind, Path path) throws IOException;
    }

    private static volatile Guard guard = (kind, path) -> {};

    private DiskOperations() {}

    /** Sets what happens before each operation from now on, in the whole process; the result sets back what happened so far. */
    public static Runnable guardedBy(Guard other) {
        Guard former = guard;
        guard = other;
        return () -> guard = former;
    }

    /** Announces an operation. */
    public static void before(Kind kind, Path path) throws IOException {
        guard.before(kind, path);
    }
}
