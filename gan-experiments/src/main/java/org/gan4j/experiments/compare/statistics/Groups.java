package org.gan4j.experiments.compare.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gan4j.experiments.compare.arm.Arm;

/**
 * Assigns letters to arms in a metric: two arms share a letter exactly if no difference between them can be claimed. An
 * arm may have several letters, because indistinguishability is not transitive.
 */
public final class Groups {
    private Groups() {}

    /** Returns the letters of each arm; empty for a metric that is not tested. */
    public static Map<String, String> of(List<Arm> arms, String metric, List<PairedValues> pairs, HolmFamily family) {
        List<PairedValues> tested = pairs.stream()
                .filter(pair -> pair.metric().equals(metric) && family.contains(pair))
                .toList();
        Map<String, String> letters = new HashMap<>();
        if (tested.isEmpty()) {
            return letters;
        }
        boolean[][] apart = apart(arms, tested, family);
        char letter = 'a';
        for (SortedSet<Integer> group : groups(apart)) {
            for (int arm : group) {
                letters.merge(arms.get(arm).name(), String.valueOf(letter), String::concat);
            }
            letter++;
        }
        return letters;
    }

    private static boolean[][] apart(List<Arm> arms, List<PairedValues> tested, HolmFamily family) {
        List<String> names = arms.stream().map(Arm::name).toList();
        boolean[][] apart = new boolean[arms.size()][arms.size()];
        for (PairedValues pair : tested) {
            int a = names.indexOf(pair.a());
            int b = names.indexOf(pair.b());
            apart[a][b] = family.isClaim(pair);
            apart[b][a] = apart[a][b];
        }
        return apart;
    }

    /**
     * Returns the largest sets in which no two arms are apart. Begins with one set of all arms, and splits each set
     * that contains two that are apart.
     */
    private static List<SortedSet<Integer>> groups(boolean[][] apart) {
        SortedSet<Integer> all = new TreeSet<>();
        for (int arm = 0; arm < apart.length; arm++) {
            all.add(arm);
        }
        List<SortedSet<Integer>> groups = new ArrayList<>(List.of(all));
        for (int a = 0; a < apart.length; a++) {
            for (int b = a + 1; b < apart.length; b++) {
                if (apart[a][b]) {
                    groups = split(groups, a, b);
                }
            }
        }
        return groups;
    }

    private static List<SortedSet<Integer>> split(List<SortedSet<Integer>> groups, int a, int b) {
        List<SortedSet<Integer>> parts = new ArrayList<>();
        for (SortedSet<Integer> group : groups) {
            if (group.contains(a) && group.contains(b)) {
                parts.add(without(group, b));
                parts.add(without(group, a));
            } else {
                parts.add(group);
            }
        }
        List<SortedSet<Integer>> largest = new ArrayList<>();
        for (SortedSet<Integer> part : parts) {
            boolean within = parts.stream().anyMatch(other -> other.size() > part.size() && other.containsAll(part));
            if (!within && !largest.contains(part)) {
                largest.add(part);
            }
        }
        return largest;
    }

    private static SortedSet<Integer> without(SortedSet<Integer> group, int arm) {
        SortedSet<Integer> rest = new TreeSet<>(group);
        rest.remove(arm);
        return rest;
    }
}
