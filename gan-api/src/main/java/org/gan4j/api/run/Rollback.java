package org.gan4j.api.run;

import java.nio.file.Path;

/** A capability: a run takes its nets back to a checkpoint and goes on from the step at which it is. */
public interface Rollback {
    /**
     * Takes weights, the optimizer's slots and all kept values from a checkpoint. The step, the numbers of updates and those of
     * the random draws stay, so training goes on with draws that the run has not seen.
     *
     * @param checkpoint a folder that {@link RunState#save} has written in a run of the same experiment
     * @throws org.gan4j.api.problem.InvalidInput if the folder holds no checkpoint of this experiment
     */
    void rollBack(Path checkpoint);
}
