package org.gan4j.api.experiment;

import org.gan4j.api.problem.Problems;
import org.gan4j.binding.PartWriter;

/** The rules that an {@link ExperimentBuilder} follows: the names of parts, and the conditions on an experiment. */
public interface ExperimentRules {
    /** The writer that gives parts their names. */
    PartWriter writer();

    /** Adds a problem for everything in the experiment that does not fit together. */
    void check(Experiment experiment, Problems problems);

    /** Rules under which parts are called by their classes and every experiment is allowed. */
    static ExperimentRules none() {
        return new ExperimentRules() {
            @Override
            public PartWriter writer() {
                return PartWriter.plain();
            }

            @Override
            public void check(Experiment experiment, Problems problems) {}
        };
    }
}
