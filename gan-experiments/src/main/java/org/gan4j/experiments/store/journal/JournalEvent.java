package org.gan4j.experiments.store.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.track.Observation;
import org.gan4j.api.track.RunRecord;

/** An event that a journal records. Times are milliseconds since 1970, taken when it happened. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEvent.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = JournalEvent.Measured.class, name = "measured"),
    @JsonSubTypes.Type(value = JournalEvent.Artifact.class, name = "artifact"),
    @JsonSubTypes.Type(value = JournalEvent.Ended.class, name = "ended")
})
public sealed interface JournalEvent {
    /** The version of the journal's format that this program writes and reads. */
    int FORMAT = 1;

    /**
     * A process started or resumed the run.
     *
     * @param format version of the journal's format
     */
    record Begun(int format, RunRecord run) implements JournalEvent {}

    /**
     * Values of one step, as an {@link Observation} has them.
     *
     * @param values       the signals
     * @param measurements the evaluations; in journals of earlier versions they are among the values
     */
    record Measured(
            long step,
            long millis,
            SortedMap<String, Double> values,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Measurement> measurements)
            implements JournalEvent {
        public Measured {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
            measurements = measurements == null ? List.of() : List.copyOf(measurements);
        }

        static Measured of(Observation observation) {
            return new Measured(
                    observation.step(), observation.millis(), observation.signals(), observation.measurements());
        }

        public Observation observation() {
            return new Observation(step, millis, values, measurements);
        }
    }

    /** A file of the run's folder; {@code name} is its path there, with slashes. */
    record Artifact(String name, long step, long millis) implements JournalEvent {}

    /** The end of the run. */
    record Ended(Status status, long millis) implements JournalEvent {}
}
