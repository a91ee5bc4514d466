package org.gan4j.examples;

import java.util.List;
import org.gan4j.Gan4j;
import org.gan4j.api.run.Comparison;
import org.gan4j.api.run.Experiment;
import org.gan4j.api.run.ExperimentRunner;

public final class FifteenLines {
    public static void main(String... settings) {
        ExperimentRunner runner = Gan4j.runner();
        List<Experiment> grid = runner.resolve("ring", settings);
        Comparison comparison = runner.compare(grid);
        System.out.println(comparison.table() + "\n" + comparison.conclusion());
    }
}
