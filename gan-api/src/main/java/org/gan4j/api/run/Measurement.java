package org.gan4j.api.run;

import java.util.Map;

/**
 * One number with its protocol: two measurements may be compared only where everything but the value agrees.
 *
 * @param name          begins with {@code eval/}, as {@code eval/parzen}; a protocol other than the standard one is part of it
 * @param value         the number
 * @param standardError of the value, or NaN where the protocol has none
 * @param samples       how many generated examples it was computed from
 * @param split         the data it was computed on, such as {@code test} or {@code truth}
 * @param settings      further settings and findings, such as the chosen sigma
 */
public record Measurement(
        String name, double value, double standardError, int samples, String split, Map<String, Double> settings) {
    private static final String EVALUATION = "eval/";

    /** Whether a value says how good samples are, rather than how training went. */
    public static boolean isEvaluation(String name) {
        return name.startsWith(EVALUATION);
    }

    public Measurement {
        settings = Map.copyOf(settings);
    }
}
