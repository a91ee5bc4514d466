package org.gan4j.experiments.lab;

import java.util.SortedMap;

/**
 * One arm as a frame shows it.
 *
 * @param signals   the means of the training signals over the steps since the last frame
 * @param finite    whether all signals and weights are finite; if not, nothing is drawn and the arm trains no further
 * @param alarm     what the collapse alarm said when it was first on; empty until then
 * @param generated generated examples; empty for pictures
 * @param opinion   what D takes each place of the scene for, from 0 to 1; empty for pictures
 * @param picture   pictures in a grid, as a PNG file in base 64; empty for anything else
 */
record ArmFrame(
        SortedMap<String, Double> signals,
        boolean finite,
        String alarm,
        float[] generated,
        float[] opinion,
        String picture) {
    /** Pictures along a side of the grid. */
    static final int COLUMNS = 6;

    static ArmFrame broken(SortedMap<String, Double> signals, String alarm) {
        return new ArmFrame(signals, false, alarm, new float[0], new float[0], "");
    }
}
