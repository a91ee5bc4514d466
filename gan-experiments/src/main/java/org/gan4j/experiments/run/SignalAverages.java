package org.gan4j.experiments.run;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.experiments.run.checkpoint.PendingMeans;

/**
 * Means of training signals over stretches of steps of different length, each over those stretches that had it. A non-finite value
 * stays visible in the mean.
 */
final class SignalAverages {
    /** Bits behind those of a float that count; a double has 13 more, which a few sums and divisions leave alone. */
    private static final int GRAIN_BITS = 16;

    private final SortedMap<String, Double> sums = new TreeMap<>();
    private final SortedMap<String, Long> steps = new TreeMap<>();

    /** Goes on with what a checkpoint holds. */
    SignalAverages(PendingMeans begun) {
        sums.putAll(begun.sums());
        steps.putAll(begun.steps());
    }

    /** Returns what a checkpoint is to hold. */
    PendingMeans pending() {
        return new PendingMeans(sums, steps);
    }

    void add(Map<String, Double> means, long stretch) {
        means.forEach((name, mean) -> {
            sums.merge(name, mean * stretch, Double::sum);
            steps.merge(name, stretch, Long::sum);
        });
    }

    boolean isEmpty() {
        return sums.isEmpty();
    }

    /**
     * The means since the last call, in the precision of what they are means of: the digits behind it depend on how long the
     * stretches were, which the clock decides, and equal runs have equal values.
     */
    SortedMap<String, Double> take() {
        SortedMap<String, Double> means = new TreeMap<>();
        sums.forEach((name, sum) -> means.put(name, single(sum / Objects.requireNonNull(steps.get(name)))));
        sums.clear();
        steps.clear();
        return means;
    }

    /**
     * Returns the nearest float. What lies between two floats but for the last digits of a double lies between them here too: else
     * these digits would decide which of the two it becomes.
     */
    private static double single(double mean) {
        double grain = Math.scalb(Math.ulp((float) mean), -GRAIN_BITS);
        return Double.isFinite(mean) && mean != 0 ? (float) (Math.rint(mean / grain) * grain) : mean;
    }
}
