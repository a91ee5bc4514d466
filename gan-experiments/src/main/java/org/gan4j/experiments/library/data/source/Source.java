package org.gan4j.experiments.library.data.source;

import java.nio.file.Path;
import org.gan4j.experiments.library.data.files.FileSet;

/** One place that a set's files may come from. */
interface Source {
    /** What is tried, as shown to people. */
    String description();

    /**
     * Puts every file of the set, uncompressed and verified, into the folder. Other files may be left there too.
     *
     * @throws Unavailable if it does not work; another source may
     * @throws org.gan4j.api.problem.InvalidInput if the user named this source and what it holds is wrong
     */
    void fetch(FileSet set, Path folder) throws Unavailable;

    /** Why a source gave nothing, in words for people. */
    final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        Unavailable(String reason) {
            super(reason);
        }

        Unavailable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
