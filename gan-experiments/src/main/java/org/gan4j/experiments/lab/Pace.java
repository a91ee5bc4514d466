package org.gan4j.experiments.lab;

/**
 * How many steps an answer makes, so that none takes long: whoever has asked may be gone, and training ends with the answer. How
 * steps are cut into answers changes no weight.
 */
final class Pace {
    /** What an answer takes at most, as far as the steps before it tell. */
    static final double SECONDS = 2;

    /** Steps of an answer before any was timed. */
    static final int FIRST = 20;

    private double secondsPerStep;

    /** Returns how many of the steps that were asked for are made at once. */
    int affordable(int steps) {
        int most = secondsPerStep == 0 ? FIRST : (int) Math.max(1, SECONDS / secondsPerStep);
        return Math.min(steps, most);
    }

    void took(int steps, double seconds) {
        if (steps > 0) {
            secondsPerStep = seconds / steps;
        }
    }
}
