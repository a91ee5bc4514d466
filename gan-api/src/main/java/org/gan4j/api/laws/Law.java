package org.gan4j.api.laws;

/**
 * One law, checked. {@code expected} and {@code measured} come from different code: a closed form against a computation.
 *
 * @param law       what must hold, in words
 * @param formula   the same as a formula
 * @param expected  the value that follows from the theory
 * @param measured  the value that the part gives
 * @param tolerance largest allowed difference
 */
public record Law(String law, String formula, double expected, double measured, double tolerance) {
    public boolean passed() {
        return Math.abs(expected - measured) <= tolerance;
    }
}
