package org.gan4j.experiments.store;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.metric.Measurement;

/**
 * The ending of a run, {@code outcome.json}: an {@link Outcome} without the values that other files of the folder hold.
 *
 * @param steps            steps made in total
 * @param resumedFrom the step that the run resumed from; 0 if it began anew
 * @param weights          SHA-256 of the final weights, or empty
 * @param metrics          last value of each metric; NaN where it was not finite
 * @param measurements     the last measurement of each metric that has a protocol
 * @param samplesPerSecond real images per wall second of the step loop
 * @param reason           why it failed or diverged, or empty
 * @param ended            milliseconds since 1970
 */
public record RunEnding(
        Status status,
        long steps,
        long resumedFrom,
        String weights,
        SortedMap<String, Double> metrics,
        List<Measurement> measurements,
        double samplesPerSecond,
        String reason,
        long ended) {
    /** Returns the part of an outcome that is stored, with the protocols of its numbers. */
    public static RunEnding of(Outcome outcome, List<Measurement> measurements, long ended) {
        return new RunEnding(
                outcome.status(),
                outcome.steps(),
                outcome.resumedFrom(),
                outcome.weights(),
                new TreeMap<>(outcome.metrics()),
                List.copyOf(measurements),
                outcome.samplesPerSecond(),
                outcome.reason(),
                ended);
    }

    /** Returns the ending of a comparison, which has no steps, weights or metrics of its own. */
    public static RunEnding ofComparison(Status status, long ended) {
        return new RunEnding(status, 0, 0, "", new TreeMap<>(), List.of(), 0, "", ended);
    }
}
