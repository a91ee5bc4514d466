package org.gan4j.api.laws;

import java.util.stream.IntStream;

/** The logits that move while the others are held. */
enum Side {
    REAL("real", "(real + t·u, fake)"),
    FAKE("generated", "(real, fake + t·u)");

    final String name;
    /** Returns the arguments in which t moves this side along u. */
    final String moved;

    Side(String name, String moved) {
        this.name = name;
        this.moved = moved;
    }

    /** The direction of the real logits. */
    double[] real(double[] direction) {
        return this == REAL ? direction : new double[direction.length];
    }

    /** The direction of the generated logits. */
    double[] fake(double[] direction) {
        return this == FAKE ? direction : new double[direction.length];
    }

    /** Returns start + t · direction. */
    static double[] moved(double[] start, double t, double[] direction) {
        return IntStream.range(0, start.length)
                .mapToDouble(i -> start[i] + t * direction[i])
                .toArray();
    }
}
