package org.gan4j.experiments.library.metric.label;

import java.util.Map;
import org.gan4j.api.metric.Measurement;

/** The share of n pictures that show a class. */
record ClassShare(int hits, int n) {
    /** Returns the share of places where two lists are equal. */
    static ClassShare equal(int[] one, int[] other) {
        int hits = 0;
        for (int i = 0; i < one.length; i++) {
            hits += one[i] == other[i] ? 1 : 0;
        }
        return new ClassShare(hits, one.length);
    }

    double value() {
        return (double) hits / n;
    }

    /** Returns the share as a measurement, with its binomial standard error. */
    Measurement as(String name, int examples) {
        return new Measurement(
                name, value(), Math.sqrt(value() * (1 - value()) / n), n, "train", Map.of("examples", (double)
                        examples));
    }
}
