package org.gan4j.experiments.tracking;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The times of a sender: how often it looks for records, and how long it waits after a failure.
 *
 * @param pause   after the first failure; twice as long after each further one, give or take a fifth, so that many senders
 *                that lost one server do not come back at the same moment
 * @param longest pause
 */
public record RetryPolicy(Duration look, Duration pause, Duration longest) {
    public static final RetryPolicy STANDARD =
            new RetryPolicy(Duration.ofMillis(300), Duration.ofMillis(500), Duration.ofSeconds(30));

    private static final double JITTER = 0.2;

    long pauseMillis(int failures) {
        long doubled = pause.toMillis() << Math.min(failures - 1, 20);
        double jitter = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return (long) (jitter * Math.min(doubled, longest.toMillis()));
    }
}
