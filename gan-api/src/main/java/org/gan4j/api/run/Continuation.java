package org.gan4j.api.run;

import java.util.List;

/** The capability of a run to go on where another run is, with parts or numbers that the other does not have. */
public interface Continuation {
    /**
     * Takes over the step, the weights and the counts of updates and draws of a run, and whatever else both have in common:
     *
     * <ul>
     *   <li>A player's optimizer goes on with its slots if the rule is of the same class, and so are those that it wraps. Else it
     *       begins anew: its slots are 0, and it counts updates from 0.
     *   <li>What the loss and the terms keep goes on if the loss has the same name, else it begins anew.
     *   <li>In an epoch of other batches or other data, nothing says which examples are left, so the next epoch begins.
     * </ul>
     *
     * <p>This run is meant to have made no step. It saves no checkpoints afterwards, because no experiment alone leads to its state.
     *
     * @param other a run of the same backend with the same seed; it stays as it is
     * @return what begins anew, in words
     * @throws org.gan4j.api.problem.InvalidInput if the nets have other weights; then nothing is taken over
     */
    List<String> goOnFrom(Run other);
}
