package org.gan4j.experiments.run.divergence;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.run.UpdateValue;

/**
 * The last steps of a replay, up to the first one with a value that is not finite.
 *
 * @param from   the step of the checkpoint that the replay began at; 0 for the beginning of the run
 * @param values what each step computed, in this order
 */
public record ReplayedSteps(long from, SortedMap<Long, List<UpdateValue>> values) {
    public ReplayedSteps {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Returns the last step that was replayed. */
    public long last() {
        return values.lastKey();
    }

    /** Returns the first value that is not finite; empty if there is none. */
    public Optional<UpdateValue> origin() {
        return firstNonFinite(values.getOrDefault(last(), List.of()));
    }

    static Optional<UpdateValue> firstNonFinite(List<UpdateValue> step) {
        return step.stream().filter(value -> !value.isFinite()).findFirst();
    }

    /** Returns a clause that says where it began: step, player and value. */
    public String sentence() {
        return origin().map(this::sentence)
                .orElse("a replay from step " + from + " to step " + last() + " found every value finite");
    }

    private String sentence(UpdateValue first) {
        return "it began at step " + last() + ", in the " + first.player() + "'s update: " + what(first) + " was "
                + (Double.isNaN(first.size()) ? "NaN" : "infinite");
    }

    private static String what(UpdateValue first) {
        return switch (first.kind()) {
            case OUTPUT -> "the net's output (" + first.name() + ")";
            case LOSS -> "the loss " + first.name();
            case TERM -> "the term " + first.name();
            case OBJECTIVE -> "the sum of loss and terms";
            case GRADIENT -> "the gradient of the weight " + first.name();
            case LENGTH -> "the length of the whole gradient, as float32,";
            case KEPT -> "the kept value " + first.name() + " after the update";
            case SLOT -> "the optimizer's slot " + first.name() + " after the update";
            case WEIGHT -> "the weight " + first.name() + " after the update";
        };
    }
}
