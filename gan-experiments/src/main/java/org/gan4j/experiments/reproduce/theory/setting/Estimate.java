package org.gan4j.experiments.reproduce.theory.setting;

import java.util.Arrays;

/** A mean over independent draws with its standard error. */
public record Estimate(double mean, double standardError) {
    /**
     * The number of standard errors that a line allows: a normal estimate is farther off once in 16,000 times, so that a table of ten such
     * lines is wrongly broken once in 1,600.
     */
    public static final double ERRORS = 4;

    public static Estimate of(double... values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return new Estimate(mean, Math.sqrt(squares / (values.length - 1) / values.length));
    }

    /** The sum of two independent ones. */
    public Estimate plus(Estimate other) {
        return new Estimate(mean + other.mean, Math.hypot(standardError, other.standardError));
    }

    /** Returns the difference that a line allows. */
    public double tolerance() {
        return ERRORS * standardError;
    }
}
