package org.gan4j.experiments.lab;

import java.util.List;
import java.util.SortedMap;

/**
 * One arm as a frame shows it.
 *
 * @param signals the means of the training signals over the steps since the last frame
 * @param finite  whether all signals and weights are finite; if not, nothing is drawn and the arm trains no further
 * @param alarm   what the collapse alarm said when it was first on; empty until then
 * @param verdict who is winning, in a sentence; empty where the signals do not tell
 * @param byHand  what was changed by hand
 */
record ArmFrame(
        SortedMap<String, Double> signals,
        boolean finite,
        String alarm,
        String verdict,
        List<String> byHand,
        ArmView view) {}
