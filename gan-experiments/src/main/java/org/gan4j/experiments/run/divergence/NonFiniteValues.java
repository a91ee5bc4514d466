package org.gan4j.experiments.run.divergence;

import java.util.Map;
import java.util.Optional;
import org.gan4j.api.experiment.OnNan;
import org.gan4j.api.run.Run;

/** Notices that a value of a run is not finite, and remembers the first. Used by the run's thread. */
public final class NonFiniteValues {
    private final OnNan onNan;
    private String first = "";

    /** Looks as the setting {@code on-nan} needs it. */
    public NonFiniteValues(OnNan onNan) {
        this.onNan = onNan;
    }

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

    /**
     * Returns whether a checkpoint would not be sound: a weight is not finite. A run that may go back to the checkpoint needs finite
     * slots and kept values too.
     */
    public boolean areInState(Run run) {
        boolean areAllNeeded = onNan == OnNan.ROLLBACK;
        if (areAllNeeded && run.isFinite()) {
            return areKnown();
        }
        Optional<String> weight = run.weights().entrySet().stream()
                .filter(named -> !named.getValue().isFinite())
                .map(named -> "the weight " + named.getKey())
                .findFirst();
        return note(areAllNeeded ? Optional.of(weight.orElse("a slot or a kept value")) : weight, run);
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
