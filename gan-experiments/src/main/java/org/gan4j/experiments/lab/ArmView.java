package org.gan4j.experiments.lab;

import java.util.Base64;

/**
 * What is drawn of an arm.
 *
 * @param generated generated examples; empty for pictures
 * @param opinion   what D takes each place of the scene for, from 0 to 1; empty for pictures
 * @param push      what the arm's loss does to the examples
 * @param picture   pictures in a grid, as a PNG file in base 64; empty for anything else
 */
record ArmView(float[] generated, float[] opinion, Push push, String picture) {
    /** Pictures along a side of the grid. */
    static final int COLUMNS = 6;

    static final ArmView NOTHING = new ArmView(new float[0], new float[0], Push.NONE, "");

    static ArmView of(byte[] png) {
        return new ArmView(
                new float[0], new float[0], Push.NONE, Base64.getEncoder().encodeToString(png));
    }
}
