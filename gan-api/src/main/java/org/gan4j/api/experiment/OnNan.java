package org.gan4j.api.experiment;

/** What a run does when a training signal or a weight is not finite. */
public enum OnNan {
    /** The run ends as diverged. */
    STOP,
    /**
     * The nets go back to the newest of the checkpoints that {@code checkpoint.every} asks for, and training goes on with new
     * random draws. After {@value #MOST} times the run ends as diverged.
     */
    ROLLBACK;

    /** How often a run goes back. */
    public static final int MOST = 10;
}
