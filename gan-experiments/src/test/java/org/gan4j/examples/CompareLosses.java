package org.gan4j.examples;

import java.util.List;
import org.gan4j.Gan4j;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.ExperimentRunner;
import org.gan4j.losses.Minimax;
import org.gan4j.losses.NonSaturating;

public final class CompareLosses {
    public static void main(String... args) {
        ExperimentRunner runner = Gan4j.runner();
        List<Experiment> grid = runner.recipe(args[0])
                .over(new Minimax(1), new NonSaturating(1))
                .overSeeds(1, 3);
        Comparison comparison = runner.compare(grid);
        System.out.println(comparison.table() + "\n" + comparison.conclusion());
    }
}
