package org.gan4j.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * The result of checking one law. {@code expected} and {@code measured} come from different code: a closed form against
 * a computation.
 *
 * @param law       what must hold, in words
 * @param formula   the same as a formula
 * @param expected  the value that follows from the theory
 * @param measured  the value that the part gives; NaN where it gave none
 * @param tolerance largest allowed difference
 */
public record Law(String law, String formula, double expected, double measured, double tolerance) {
    /** The precision that double arithmetic reaches where nothing is approximated. */
    private static final double EXACT = 1e-10;

    public boolean passed() {
        return Math.abs(expected - measured) <= tolerance;
    }

    /** Returns everything by name, as programs read it. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("law", law);
        document.put("formula", formula);
        document.put("expected", expected);
        document.put("measured", measured);
        document.put("tolerance", tolerance);
        document.put("passed", passed());
        return document;
    }

    /** Checks a law to the precision of double arithmetic, 1e-12 + 1e-10·|expected|. */
    public static Law of(String law, String formula, double expected, DoubleSupplier measured) {
        return of(EXACT, law, formula, () -> expected, measured);
    }

    /**
     * Checks a law to a given precision: |expected - measured| ≤ precision · (0.01 + |expected|). A part that throws
     * breaks the law, and its message is appended to the law's text.
     */
    public static Law of(
            double precision, String law, String formula, DoubleSupplier expected, DoubleSupplier measured) {
        double value = Double.NaN;
        try {
            value = expected.getAsDouble();
            return new Law(law, formula, value, measured.getAsDouble(), precision * (0.01 + Math.abs(value)));
        } catch (RuntimeException e) {
            return new Law(law + "; failed: " + e.getMessage(), formula, value, Double.NaN, 0);
        }
    }

    /** Returns a number as a law's text shows it: a whole number has no fraction. */
    public static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
