package org.gan4j.experiments.tracking;

import java.nio.file.Path;

/**
 * The progress of one run's journal on its way to one destination.
 *
 * @param sent    records that the destination took
 * @param left    sound records that it still lacks
 * @param trouble why it does not have all; empty where it does
 */
public record DeliveryReport(Path run, String destination, long sent, long left, String trouble) {
    /** Returns whether the destination has everything now. */
    public boolean isComplete() {
        return left == 0 && trouble.isEmpty();
    }
}
