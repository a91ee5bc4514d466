package org.gan4j.api.track;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.part.ExtensionPoint;

/**
 * Receives the records of a run and makes them visible elsewhere. Called by one background thread that reads the run's
 * journal; training never waits for a tracker. Calls come in the journal's order and at least once, so each must be
 * repeatable without a second effect. A tracker that cannot deliver throws; the call is repeated later.
 */
public interface Tracker extends AutoCloseable {
    ExtensionPoint<Tracker> POINT = ExtensionPoint.several(
            "tracker", Tracker.class, "makes runs visible elsewhere", "MLFLOW_TRACKING_URI=http://localhost:5000");

    /**
     * Returns the destination, such as an address. Records that a destination has accepted are not sent there again. If
     * it is empty, the tracker has no destination and is not used.
     */
    default Optional<String> destination() {
        return Optional.of(getClass().getName());
    }

    /**
     * Returns whether the destination still has what it accepted of this run before; if not, everything is sent again.
     */
    default boolean holds(RunRecord run) throws Exception {
        return true;
    }

    void begun(RunRecord run) throws Exception;

    /** Takes the values of one step; evaluations come with their protocols. */
    void measured(RunRecord run, Observation observation) throws Exception;

    /**
     * Takes a file of the run's folder. If it throws although {@link #holds} answers, the rest of the run is delivered without
     * the file, and the file is sent again later.
     *
     * @param name its path there, with slashes
     */
    void artifact(RunRecord run, String name, Path file, long step, long millis) throws Exception;

    void ended(RunRecord run, Status status, long millis) throws Exception;

    /**
     * Returns what the destination refused for good since the last call, a line each. These lines are kept beside the
     * journal, and the rest is delivered without the refused records.
     */
    default List<String> refused() {
        return List.of();
    }

    /** Sends everything that the tracker has collected; when this returns, the destination has all of it. */
    default void flush() throws Exception {}

    @Override
    void close();
}
