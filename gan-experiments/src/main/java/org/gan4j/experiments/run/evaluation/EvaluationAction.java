package org.gan4j.experiments.run.evaluation;

/** An action of each evaluation of a run. It leaves the training as it is, to the bit. */
@FunctionalInterface
public interface EvaluationAction {
    /** Adds the values that it finds to the evaluation, or writes them down. */
    void perform(RunEvaluation evaluation);
}
