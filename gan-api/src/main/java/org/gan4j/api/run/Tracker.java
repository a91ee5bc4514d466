package org.gan4j.api.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.part.ExtensionPoint;

/**
 * Hears what a run does and makes it visible elsewhere. Called by one background thread that reads the run's journal; training
 * never waits for a tracker. Calls come in the journal's order and at least once, so each must be repeatable without a second
 * effect. A tracker that cannot deliver throws; the call is repeated later.
 */
public interface Tracker extends AutoCloseable {
    ExtensionPoint<Tracker> POINT = ExtensionPoint.several(
            "tracker", Tracker.class, "makes runs visible elsewhere", "MLFLOW_TRACKING_URI=http://localhost:5000");

    /**
     * Where it delivers to, such as an address: what one destination has taken is not sent there again. Empty if it has nowhere
     * to deliver to; then it is not used.
     */
    default Optional<String> destination() {
        return Optional.of(getClass().getName());
    }

    /** Whether the destination still has what it took of this run before; where not, everything is sent again. */
    default boolean holds(RunRecord run) throws Exception {
        return true;
    }

    void begun(RunRecord run) throws Exception;

    /** Takes the values of one step; evaluations come with their protocols. */
    void measured(RunRecord run, Observation observation) throws Exception;

    /** A file of the run's folder. {@code name} is its path there, with slashes. */
    void artifact(RunRecord run, String name, Path file, long step, long millis) throws Exception;

    void ended(RunRecord run, Status status, long millis) throws Exception;

    /**
     * What the destination refused for good since this was asked last, a line each. It is kept beside the journal, and the rest is
     * delivered without it.
     */
    default List<String> refused() {
        return List.of();
    }

    /** A tracker may collect what it hears; when this returns, the destination has all of it. */
    default void flush() throws Exception {}

    @Override
    void close();
}
