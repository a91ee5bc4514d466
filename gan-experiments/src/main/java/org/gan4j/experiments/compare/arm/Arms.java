package org.gan4j.experiments.compare.arm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.experiments.settings.record.DistinguishingKeys;

/**
 * Sorts runs into arms by the settings in which they differ, the seed aside. An arm is named by these settings; the
 * loss needs no key in front. A parameter of a part is in the name only if runs with the same part differ in it: {@code
 * loss=minimax,hinge} gives the arms minimax and hinge, although hinge alone has a margin.
 */
public final class Arms {
    private static final String LOSS = "loss";

    private Arms() {}

    /** Returns the arms, in the order of their first run. */
    public static List<Arm> of(ComparableProtocols protocols) {
        List<Outcome> outcomes = protocols.outcomes();
        List<String> names = names(
                outcomes.stream()
                        .map(outcome -> outcome.experiment().settings())
                        .toList(),
                outcomes.stream().map(outcome -> outcome.experiment().seed()).toList());
        Map<String, List<Outcome>> arms = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            arms.computeIfAbsent(names.get(i), arm -> new ArrayList<>()).add(outcomes.get(i));
        }
        return arms.entrySet().stream()
                .map(arm -> new Arm(arm.getKey(), arm.getValue(), foreign(arm.getValue(), protocols)))
                .toList();
    }

    private static Set<String> foreign(List<Outcome> runs, ComparableProtocols protocols) {
        Set<String> foreign = new TreeSet<>(protocols.apart().keySet());
        runs.forEach(run -> foreign.removeAll(run.metrics().keySet()));
        return foreign;
    }

    /**
     * Returns the name of the arm that each run belongs to. The same cell given twice makes two arms, numbered from the
     * second on.
     *
     * @param runs  the settings of each run
     * @param seeds the seed of each run
     */
    public static List<String> names(List<? extends Map<String, String>> runs, List<Long> seeds) {
        SortedSet<String> keys = DistinguishingKeys.of(runs);
        Map<String, Integer> seen = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            String name = name(runs.get(i), keys);
            int nth = seen.merge(name + "\n" + seeds.get(i), 1, Integer::sum);
            names.add(nth == 1 ? name : name + " #" + nth);
        }
        return names;
    }

    private static String name(Map<String, String> settings, SortedSet<String> keys) {
        List<String> words = new ArrayList<>();
        if (keys.contains(LOSS)) {
            words.add(settings.get(LOSS));
        }
        for (String key : keys) {
            if (!key.equals(LOSS) && settings.containsKey(key)) {
                words.add(key + "=" + settings.get(key));
            }
        }
        return words.isEmpty() ? settings.getOrDefault(LOSS, "all runs") : String.join(" ", words);
    }
}
