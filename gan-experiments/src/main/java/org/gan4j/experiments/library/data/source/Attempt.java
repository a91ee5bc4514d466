package org.gan4j.experiments.library.data.source;

import java.nio.file.Path;
import org.gan4j.experiments.library.data.files.FileSet;

/** One address that a source tries, such as one of several mirrors. */
public interface Attempt {
    /** Returns the address, as shown to people. */
    String description();

    /**
     * Puts every file of the set, uncompressed and verified, into the folder. Other files may be left there too.
     *
     * @throws Unavailable if it does not work; another attempt may
     * @throws org.gan4j.api.problem.InvalidInput if the user named this address and what it holds is wrong
     */
    void fetch(FileSet set, Path folder) throws Unavailable;

    /** An attempt gave nothing; the message says why, in words for people. */
    final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unavailable(String reason) {
            super(reason);
        }

        public Unavailable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
