package org.gan4j.examples;

import java.util.List;
import org.gan4j.Gan4j;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.ExperimentRunner;
import org.gan4j.losses.Minimax;
import org.gan4j.losses.NonSaturating;

/** Holds the lines of README.md, so that they are compiled. */
final class ReadmeProgram {
    private ReadmeProgram() {}

    static void main() {
        ExperimentRunner runner = Gan4j.runner();
        List<Experiment> grid =
                runner.recipe("ring").over(new Minimax(1), new NonSaturating(1)).overSeeds(1, 3);
        System.out.println(runner.compare(grid).table());
    }
}
