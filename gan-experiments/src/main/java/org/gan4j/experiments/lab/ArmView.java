package org.gan4j.experiments.lab;

import java.util.Base64;

/**
 * What is drawn of an arm.
 *
 * @param generated generated examples; empty for pictures
 * @param opinion   what D takes each place of the scene for, or each picture, from 0 to 1
 * @param best      what the best D takes each place of a line for, or {@link BestOpinion#UNKNOWN}; empty if it is not known
 * @param push      what the arm's loss does to the examples
 * @param grid      what the generator makes of the crossings of a {@link LatentGrid}; empty without one
 * @param picture   pictures in a grid, as a PNG file in base 64; empty for anything else
 */
record ArmView(float[] generated, float[] opinion, float[] best, Push push, float[] grid, String picture) {
    /** Pictures along a side of the grid. */
    static final int COLUMNS = 6;

    private static final float[] NO_NUMBERS = {};

    static final ArmView NOTHING = new ArmView(NO_NUMBERS, NO_NUMBERS, NO_NUMBERS, Push.NONE, NO_NUMBERS, "");

    static ArmView of(byte[] png, float[] opinion) {
        return new ArmView(
                NO_NUMBERS,
                opinion,
                NO_NUMBERS,
                Push.NONE,
                NO_NUMBERS,
                Base64.getEncoder().encodeToString(png));
    }
}
