package org.gan4j.experiments.program.command.run;

import java.util.List;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.ExperimentRunner;
import org.gan4j.api.problem.InvalidInput;

/** Experiments as users write them on a command line: a recipe or file, then {@code key=value} settings. */
final class ExperimentArguments {
    private ExperimentArguments() {}

    /**
     * Resolves them.
     *
     * @throws InvalidInput with all mistakes at once
     */
    static List<Experiment> resolve(ExperimentRunner runner, List<String> arguments) {
        if (arguments.isEmpty() || arguments.get(0).contains("=")) {
            throw new InvalidInput("", "name a recipe or a YAML file first; gan recipes lists the recipes");
        }
        return runner.resolve(
                arguments.get(0), arguments.subList(1, arguments.size()).toArray(String[]::new));
    }
}
