package org.gan4j.experiments.compare.statistics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.metric.Measurement;

/**
 * The tests of one comparison that answer one question together. The more of them, the likelier that one is significant by
 * chance, so their p values are adjusted by Holm (1979, Scandinavian Journal of Statistics 6, 65-70): the k-th smallest of m is
 * multiplied by m - k + 1 and is at least the adjusted one before it. The chance of any false claim stays at most {@link #LEVEL}.
 */
public final class HolmFamily {
    static final double LEVEL = 0.05;

    private final Map<PairedValues, Double> adjusted = new HashMap<>();

    /**
     * Creates the family of the pairs that a conclusion is about: every pair of arms in every evaluation or, if nothing
     * was evaluated, in the training signals.
     */
    public static HolmFamily of(List<PairedValues> pairs) {
        List<PairedValues> evaluations = pairs.stream()
                .filter(pair -> Measurement.isEvaluation(pair.metric()))
                .toList();
        return new HolmFamily(
                evaluations.isEmpty()
                        ? pairs.stream()
                                .filter(pair -> MetricNames.isPrinted(pair.metric()))
                                .toList()
                        : evaluations);
    }

    private HolmFamily(List<PairedValues> members) {
        members.forEach(pair -> adjusted.put(pair, Double.NaN));
        List<PairedValues> ranked = members.stream()
                .filter(pair -> !Double.isNaN(pair.p()))
                .sorted(Comparator.comparingDouble(PairedValues::p))
                .toList();
        double before = 0;
        for (int i = 0; i < ranked.size(); i++) {
            before = Math.max(before, Math.min(1, ranked.get(i).p() * (ranked.size() - i)));
            adjusted.put(ranked.get(i), before);
        }
    }

    public boolean contains(PairedValues pair) {
        return adjusted.containsKey(pair);
    }

    /** Returns the p value after Holm's correction; NaN for a pair that has too few seeds or is not in the family. */
    public double adjusted(PairedValues pair) {
        return adjusted.getOrDefault(pair, Double.NaN);
    }

    public boolean isClaim(PairedValues pair) {
        return adjusted(pair) < LEVEL;
    }

    /** Returns the number of tests that were made. */
    public int size() {
        return (int) adjusted.values().stream().filter(p -> !p.isNaN()).count();
    }
}
