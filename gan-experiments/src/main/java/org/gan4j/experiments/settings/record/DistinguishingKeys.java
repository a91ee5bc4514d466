package org.gan4j.experiments.settings.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The settings that tell runs apart, the seed and the folder aside. A parameter of a part counts only where runs with the same part differ in
 * it: {@code optimizer=adam,sgd} differ in {@code optimizer} alone, although only one of them has {@code optimizer.beta1}.
 */
public final class DistinguishingKeys {
    private static final Set<String> ASIDE = Set.of("seed", "runs");

    private DistinguishingKeys() {}

    /** The keys, sorted. */
    public static SortedSet<String> of(List<? extends Map<String, String>> runs) {
        SortedSet<String> keys = new TreeSet<>();
        runs.forEach(settings -> keys.addAll(settings.keySet()));
        keys.removeAll(ASIDE);
        keys.removeIf(key -> !differ(key, runs));
        return keys;
    }

    /** Returns whether runs differ in a setting that the choice of the parts around it does not explain. */
    private static boolean differ(String key, List<? extends Map<String, String>> runs) {
        Map<String, String> first = new HashMap<>();
        for (Map<String, String> settings : runs) {
            String value = settings.getOrDefault(key, "");
            String earlier = first.putIfAbsent(around(key, settings), value);
            if (earlier != null && !earlier.equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** The parts that a parameter belongs to, such as the generator and its activation. */
    private static String around(String key, Map<String, String> settings) {
        StringBuilder parts = new StringBuilder();
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            parts.append(settings.getOrDefault(key.substring(0, dot), "")).append('\n');
        }
        return parts.toString();
    }
}
