package org.gan4j.examples;

import java.util.List;
import org.gan4j.api.Experiment;
import org.gan4j.api.ExperimentRunner;
import org.gan4j.api.run.Comparison;

public final class FifteenLines {
    public static void main(String... settings) {
        ExperimentRunner runner = ExperimentRunner.with();
        List<Experiment> grid = runner.resolve("ring", settings);
        Comparison comparison = runner.compare(grid);
        System.out.println(comparison.table() + "\n" + comparison.conclusion());
    }
}
