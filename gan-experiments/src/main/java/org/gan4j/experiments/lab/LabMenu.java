package org.gan4j.experiments.lab;

import java.util.List;
import java.util.function.IntFunction;
import org.gan4j.api.experiment.Experiment;

/**
 * The situations that the page can begin with, and the parts that it can change.
 *
 * @param situations  in the order in which they are offered; the first is the one that the lab begins with
 * @param experiments the experiments of a situation, by its place in the list
 * @param parts       what experiments can be changed with
 */
public record LabMenu(List<Situation> situations, IntFunction<List<Experiment>> experiments, LabParts parts) {
    /** The group of the recipes that are offered. */
    public static final String GROUP = "situations for the lab";

    public LabMenu {
        situations = List.copyOf(situations);
    }

    /**
     * A situation.
     *
     * @param purpose what it shows, in a line
     */
    public record Situation(String name, String purpose) {}
}
