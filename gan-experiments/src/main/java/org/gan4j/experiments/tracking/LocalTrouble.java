package org.gan4j.experiments.tracking;

import java.io.IOException;
import java.nio.file.Path;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.disk.DiskTrouble;

/** A file of a run on this machine cannot be read or written, so the run is not delivered; its destination has no part in it. */
final class LocalTrouble extends IOException {
    private static final long serialVersionUID = 1L;

    private LocalTrouble(String message, Throwable cause) {
        super(message, cause);
    }

    /** The failure to write a file, as it was told already. */
    static LocalTrouble of(WorkFailed cause) {
        return new LocalTrouble(String.valueOf(cause.getMessage()), cause);
    }

    static LocalTrouble reading(Path file, IOException cause) {
        return new LocalTrouble(String.valueOf(DiskTrouble.reading(file, cause).getMessage()), cause);
    }

    static LocalTrouble writing(Path file, IOException cause) {
        return new LocalTrouble(String.valueOf(DiskTrouble.writing(file, cause).getMessage()), cause);
    }

    /** The trouble with a file that is made where there is none. */
    static LocalTrouble opening(Path file, IOException cause) {
        return DiskTrouble.isFull(cause) ? writing(file, cause) : reading(file, cause);
    }
}
