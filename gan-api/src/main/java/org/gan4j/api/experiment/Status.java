package org.gan4j.api.experiment;

import java.util.Locale;

/** The way a run ended, or {@link #RUNNING} if it has not. */
public enum Status {
    RUNNING,
    FINISHED,
    /** The program failed. */
    FAILED,
    /** The run was stopped by a signal. */
    KILLED,
    /** A loss or a weight was no longer finite. */
    DIVERGED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
