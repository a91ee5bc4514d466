package org.gan4j.experiments.library.metric;

import java.util.Optional;
import org.gan4j.api.problem.InvalidInput;

/** Refuses measurements by a metric that does not fit, in the words that are used before training too. */
public final class Fit {
    private Fit() {}

    /**
     * Requires that a metric fits.
     *
     * @param misfit why it does not; empty if it does
     */
    public static void require(String metric, Optional<String> misfit) {
        misfit.ifPresent(reason -> {
            throw new InvalidInput("metric " + metric, reason);
        });
    }
}
