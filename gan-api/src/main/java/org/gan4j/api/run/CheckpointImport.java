package org.gan4j.api.run;

import java.nio.file.Path;

/** The capability of a run to begin with weights of another experiment. */
public interface CheckpointImport {
    /**
     * Copies weights from a checkpoint of another experiment. Each weight of this run whose name begins with {@code
     * toPrefix} gets the value of the weight with the same name under {@code fromPrefix}. It is meant to be called
     * before the first step.
     *
     * @param checkpoint the folder that {@link RunState#save} wrote
     * @param toPrefix   such as {@code generator.onto1.}
     * @param fromPrefix such as {@code generator.}
     * @throws org.gan4j.api.problem.InvalidInput if the checkpoint lacks one of them, or has it in another shape
     */
    void importWeights(Path checkpoint, String toPrefix, String fromPrefix);
}
