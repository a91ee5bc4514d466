package org.gan4j.experiments.compare.fairness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.experiments.settings.keys.Keys;
import org.gan4j.experiments.store.ComparisonConditions;

/**
 * The settings that a comparison compares, found from its runs. They are the settings in which the runs differ, if each
 * combination of their values was run. If parameters of one part change together, they are variants of this part, which is then the
 * factor. If other settings change together, only one of them is the factor, preferably the loss, and the others are undeclared.
 */
record Factors(List<String> declared) {
    private static final String LOSS = "loss";

    /**
     * Finds the factors of some runs.
     *
     * @param waived keys that may differ
     */
    static Factors of(List<FairnessFacts> runs, Set<String> waived) {
        List<String> differing = outermost(differing(runs));
        differing.removeIf(key -> waived.stream().anyMatch(waiver -> ComparisonConditions.isWithin(key, waiver)));
        if (differing.size() < 2 || isProduct(runs, differing)) {
            return new Factors(List.copyOf(differing));
        }
        differing = parts(differing);
        if (differing.size() < 2 || isProduct(runs, differing)) {
            return new Factors(List.copyOf(differing));
        }
        return new Factors(List.of(differing.contains(LOSS) ? LOSS : differing.get(0)));
    }

    /** Returns whether a key is a factor or nests under one. */
    boolean cover(String key) {
        return declared.stream().anyMatch(factor -> ComparisonConditions.isWithin(key, factor));
    }

    private static SortedSet<String> differing(List<FairnessFacts> runs) {
        SortedSet<String> keys = new TreeSet<>();
        runs.forEach(run -> keys.addAll(run.settings().keySet()));
        keys.removeIf(key -> runs.stream()
                        .map(run -> run.settings().getOrDefault(key, ""))
                        .distinct()
                        .count()
                < 2);
        return keys;
    }

    /** Returns the keys that nest under no other key; the parameters of a part belong to the part. */
    private static List<String> outermost(SortedSet<String> keys) {
        List<String> outermost = new ArrayList<>();
        keys.stream()
                .filter(key -> keys.stream()
                        .noneMatch(other -> !other.equals(key) && ComparisonConditions.isWithin(key, other)))
                .forEach(outermost::add);
        return outermost;
    }

    /** Returns the keys, where several parameters of one part are the part. */
    private static List<String> parts(List<String> keys) {
        Map<String, List<String>> byPart = keys.stream()
                .collect(Collectors.groupingBy(
                        key -> key.replaceFirst("\\..*", ""), LinkedHashMap::new, Collectors.toList()));
        List<String> parts = new ArrayList<>();
        byPart.forEach((part, its) -> {
            if (its.size() > 1 && Keys.isPart(part)) {
                parts.add(part);
            } else {
                parts.addAll(its);
            }
        });
        return parts;
    }

    private static boolean isProduct(List<FairnessFacts> runs, List<String> factors) {
        Map<String, Set<Map<String, String>>> levels = new HashMap<>();
        Set<List<Map<String, String>>> cells = new HashSet<>();
        for (FairnessFacts run : runs) {
            List<Map<String, String>> cell =
                    factors.stream().map(factor -> level(run, factor)).toList();
            cells.add(cell);
            for (int i = 0; i < factors.size(); i++) {
                levels.computeIfAbsent(factors.get(i), factor -> new HashSet<>())
                        .add(cell.get(i));
            }
        }
        long product = levels.values().stream().mapToLong(Set::size).reduce(1, (a, b) -> a * b);
        return cells.size() == product;
    }

    private static Map<String, String> level(FairnessFacts run, String factor) {
        Map<String, String> level = new TreeMap<>();
        run.settings().forEach((key, value) -> {
            if (ComparisonConditions.isWithin(key, factor)) {
                level.put(key, value);
            }
        });
        return level;
    }
}
