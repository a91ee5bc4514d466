package org.gan4j.experiments.store.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.run.RunRecord;
import org.gan4j.api.run.Status;

/** What a journal records. Times are milliseconds since 1970, taken when it happened. */
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
     * A process began, or went on with, the run.
     *
     * @param format version of the journal's format
     */
    record Begun(int format, RunRecord run) implements JournalEvent {}

    /** Values of one step, by metric name; they may be NaN or infinite. */
    record Measured(long step, long millis, SortedMap<String, Double> values) implements JournalEvent {
        public Measured {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        Measured(long step, long millis, Map<String, Double> values) {
            this(step, millis, new TreeMap<>(values));
        }
    }

    /** A file of the run's folder; {@code name} is its path there, with slashes. */
    record Artifact(String name, long step, long millis) implements JournalEvent {}

    /** The run ended. */
    record Ended(Status status, long millis) implements JournalEvent {}
}
