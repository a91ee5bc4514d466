package org.gan4j.experiments.store.journal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The values and artifacts that a journal already holds: the steps by name, 8 bytes each. */
final class RecordedKeys {
    private final Map<String, Steps> values = new HashMap<>();
    private final Map<String, Steps> artifacts = new HashMap<>();

    /** Adds a value, and returns whether it is new. */
    boolean value(String name, long step) {
        return values.computeIfAbsent(name, key -> new Steps()).add(step);
    }

    /** Adds an artifact, and returns whether it is new. */
    boolean artifact(String name, long step) {
        return artifacts.computeIfAbsent(name, key -> new Steps()).add(step);
    }

    /** A sorted set of steps, which mostly come in order. */
    private static final class Steps {
        private long[] sorted = new long[16];
        private int count;

        boolean add(long step) {
            int found =
                    count > 0 && step > sorted[count - 1] ? -count - 1 : Arrays.binarySearch(sorted, 0, count, step);
            if (found >= 0) {
                return false;
            }
            if (count == sorted.length) {
                sorted = Arrays.copyOf(sorted, 2 * count);
            }
            int at = -found - 1;
            System.arraycopy(sorted, at, sorted, at + 1, count - at);
            sorted[at] = step;
            count++;
            return true;
        }
    }
}
