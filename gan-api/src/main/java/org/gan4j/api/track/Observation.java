package org.gan4j.api.track;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.metric.Measurement;

/**
 * Everything that was recorded of one step at one time.
 *
 * @param step the step at which it was recorded
 * @param millis when it was recorded, in milliseconds since 1970; the same in each repetition
 * @param signals      values without a protocol, by metric name; they may be NaN or infinite. In records of earlier versions
 *                     evaluations are among them, by {@linkplain Measurement#key() key}
 * @param measurements evaluations, each with its protocol
 */
public record Observation(long step, long millis, SortedMap<String, Double> signals, List<Measurement> measurements) {
    public Observation {
        signals = Collections.unmodifiableSortedMap(new TreeMap<>(signals));
        measurements = List.copyOf(measurements);
    }

    /** Creates an observation of signals alone. */
    public static Observation of(long step, long millis, Map<String, Double> signals) {
        return new Observation(step, millis, new TreeMap<>(signals), List.of());
    }

    /** Returns all values by the name that they have where there is no room for a protocol. */
    public SortedMap<String, Double> values() {
        SortedMap<String, Double> values = new TreeMap<>(signals);
        measurements.forEach(measurement -> values.put(measurement.key(), measurement.value()));
        return values;
    }
}
