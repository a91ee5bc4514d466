package org.gan4j.experiments.tracking;

import java.io.IOException;
import java.nio.file.Path;
import org.gan4j.disk.DiskTrouble;

/** A file of a run cannot be read, so nothing of the run can be sent; its destination has no part in it. */
final class UnreadableRun extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableRun(Path file, IOException cause) {
        super(DiskTrouble.reading(file, cause).getMessage(), cause);
    }
}
