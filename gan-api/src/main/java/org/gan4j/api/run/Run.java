package org.gan4j.api.run;

import java.util.Optional;
import org.gan4j.api.problem.InvalidInput;

/**
 * A running experiment inside a backend: the only long-lived mutable object. Used by one thread. A caller that needs
 * only one side of it takes {@link Training}, {@link Nets} or {@link RunState}.
 *
 * <p>Randomness is counter-based: only {@link #advance}, {@link #restore}, {@link CheckpointImport}, {@link Rollback} and
 * {@link LoneUpdates} change the future of the training; everything else leaves it the same to the bit.
 */
public interface Run extends Training, Nets, RunState, AutoCloseable {
    /** Returns the device that the graph runs on, as recorded: {@code cpu} or {@code gpu:0 (name)}. */
    String device();

    /**
     * Returns something that not every backend offers: {@link LossProbes}, {@link LoneUpdates}, {@link SavedModelExport} or an
     * interface of the backend's own; empty where this one does not offer it. A run that implements the interface offers it.
     */
    default <C> Optional<C> capability(Class<C> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }

    /**
     * Returns a capability that the caller cannot do without.
     *
     * @throws InvalidInput if the backend does not offer it
     */
    default <C> C require(Class<C> type) {
        return capability(type)
                .orElseThrow(() -> new InvalidInput(
                        "backend", "this backend does not offer " + type.getSimpleName() + ", which is needed here"));
    }

    @Override
    void close();
}
