package org.gan4j.api.run;

import java.nio.file.Path;

/** The capability of a run to begin with weights of another experiment. */
public interface CheckpointImport {
    /**
     * Gives weights the values that they have in a checkpoint of another experiment: each weight of this run whose name begins
     * with one prefix that of the same name with another prefix. Meant for before the first step.
     *
     * @param checkpoint the folder that {@link RunState#save} wrote
     * @param toPrefix   such as {@code generator.onto1.}
     * @param fromPrefix such as {@code generator.}
     * @throws org.gan4j.api.problem.InvalidInput if the checkpoint lacks one of them, or has it in another shape
     */
    void importWeights(Path checkpoint, String toPrefix, String fromPrefix);
}
