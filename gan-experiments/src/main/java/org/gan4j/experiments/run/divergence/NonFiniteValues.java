package org.gan4j.experiments.run.divergence;

import java.util.Map;
import java.util.Optional;
import org.gan4j.api.run.Run;

/** Notices that a value of a run is not finite, and remembers the first. Used by the run's thread. */
public final class NonFiniteValues {
    private String first = "";

    /** Returns whether a training signal is not finite, or a value was not before. */
    public boolean areIn(Map<String, Double> signals, Run run) {
        return note(
                signals.entrySet().stream()
                        .filter(signal -> !Double.isFinite(signal.getValue()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .findFirst(),
                run);
    }

    /** Returns whether a weight has a value that is not finite, so that a checkpoint would not be sound. */
    public boolean areInWeights(Run run) {
        return note(
                run.weights().entrySet().stream()
                        .filter(weight -> !weight.getValue().isFinite())
                        .map(weight -> "the weight " + weight.getKey())
                        .findFirst(),
                run);
    }

    private boolean note(Optional<String> name, Run run) {
        if (first.isEmpty() && name.isPresent()) {
            first = name.get() + " was not finite at step " + run.step();
        }
        return areKnown();
    }

    /** Returns whether a value was not finite. */
    public boolean areKnown() {
        return !first.isEmpty();
    }

    /** Returns a clause that says which value it was first, and when. */
    public String first() {
        return first;
    }

    /** Begins anew, when the values are finite again. */
    public void forget() {
        first = "";
    }
}
