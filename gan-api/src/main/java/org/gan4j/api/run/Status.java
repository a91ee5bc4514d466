package org.gan4j.api.run;

import java.util.Locale;

/** How a run ended, or that it has not. */
public enum Status {
    RUNNING,
    FINISHED,
    /** The program failed. */
    FAILED,
    /** Stopped by a signal. */
    KILLED,
    /** A loss or a weight became non-finite. */
    DIVERGED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
