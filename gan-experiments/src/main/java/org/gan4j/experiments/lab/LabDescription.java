package org.gan4j.experiments.lab;

import java.util.List;
import java.util.SortedMap;

/**
 * What the page must know before the first frame.
 *
 * @param experiment   name of the experiment
 * @param sameWeights  whether all arms begin with the same weights, to the bit
 * @param mostSteps    the most steps that a frame may take
 * @param loneUpdates  whether one player can be updated alone
 * @param plan         who is updated when, as pseudo-code
 * @param charts       the charts, in their order
 * @param drawn        whether the data were drawn on the page
 */
record LabDescription(
        String experiment,
        boolean sameWeights,
        int mostSteps,
        boolean loneUpdates,
        Scene scene,
        List<Arm> arms,
        String plan,
        List<Chart> charts,
        boolean drawn) {
    /**
     * One arm.
     *
     * @param opinion    what is shown of D
     * @param settings   the settings of the arm's experiment, flat
     * @param objectives what each player minimises, as formulas of the logits of real and generated examples
     */
    record Arm(String name, String opinion, List<String> objectives, SortedMap<String, String> settings) {}

    /**
     * One chart: a signal, with a line for each arm.
     *
     * @param level  a value that the meaning names, to be drawn across; NaN for none
     * @param beside a signal to be drawn as a dotted line beside each arm's own; empty for none
     */
    record Chart(String signal, String title, String meaning, double level, String beside) {}
}
