package org.gan4j.experiments.lab;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.experiments.settings.record.DistinguishingKeys;

/**
 * Settings that were changed while an arm trained.
 *
 * @param step    the steps that the arm had made
 * @param changes what was changed, each with both values
 * @param anew    what began anew
 */
record HandChange(long step, List<String> changes, List<String> anew) implements ByHand {
    static HandChange between(long step, Experiment before, Experiment after, List<String> anew) {
        SortedSet<String> keys = DistinguishingKeys.of(List.of(before.settings(), after.settings()));
        return new HandChange(
                step,
                keys.stream()
                        .filter(key -> !key.startsWith("metrics"))
                        .map(key -> key + " from " + value(before, key) + " to " + value(after, key))
                        .toList(),
                List.copyOf(anew));
    }

    private static String value(Experiment experiment, String key) {
        SortedMap<String, String> settings = experiment.settings();
        return settings.getOrDefault(key, "none");
    }

    @Override
    public String toString() {
        String begun = anew.isEmpty() ? "" : "; " + anew.stream().collect(Collectors.joining(", ")) + " began anew";
        return "at step " + step + ": " + String.join(", ", changes) + begun;
    }
}
