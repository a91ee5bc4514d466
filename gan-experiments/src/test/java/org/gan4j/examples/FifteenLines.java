package org.gan4j.examples;

import java.util.List;
import org.gan4j.api.Experiment;
import org.gan4j.api.ExperimentRunner;

public final class FifteenLines {
    public static void main(String... settings) {
        ExperimentRunner runner = ExperimentRunner.with();
        List<Experiment> grid = runner.resolve("ring", settings);
        System.out.println(runner.compare(grid).table());
    }
}
