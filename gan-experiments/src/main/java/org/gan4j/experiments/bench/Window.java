package org.gan4j.experiments.bench;

/**
 * Steps that were timed together.
 *
 * @param samples real examples that the discriminator was trained on
 */
record Window(long steps, long samples, double seconds) {
    double secondsAStep() {
        return seconds / steps;
    }

    /** Returns how many steps would have taken so many seconds, at least 1. */
    long stepsIn(double wanted) {
        return Math.max(1, Math.round(steps * wanted / seconds));
    }
}
