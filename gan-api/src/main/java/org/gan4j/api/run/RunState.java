package org.gan4j.api.run;

import java.nio.file.Path;

/** Everything that the future of a run depends on, as a folder. */
public interface RunState {
    /**
     * Writes the state into a new folder.
     *
     * @throws org.gan4j.api.problem.WorkFailed if it cannot be written
     */
    void save(Path folder);

    /**
     * Restores the state that {@link #save} wrote.
     *
     * @throws org.gan4j.api.problem.InvalidInput if the folder does not hold a checkpoint of this experiment
     */
    void restore(Path folder);

    /** Returns whether every floating-point number of the state is finite: weights, slots of optimizers and kept values. */
    boolean isFinite();
}
