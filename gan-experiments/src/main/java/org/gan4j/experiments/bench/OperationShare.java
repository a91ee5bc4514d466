package org.gan4j.experiments.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.gan4j.api.run.OperationTimes.OperationTime;

/**
 * The operations of one kind in a step.
 *
 * @param kind         in the backend's words
 * @param share        of the time of all operations, from 0 to 1
 * @param milliseconds of a step, summed over threads
 * @param count        how many of them a step has
 */
public record OperationShare(String kind, double share, double milliseconds, double count) {
    /**
     * Returns the kinds, the one with the largest share first.
     *
     * @param times of all operations of so many steps
     */
    static List<OperationShare> of(List<OperationTime> times, long steps) {
        double all = nanoseconds(times);
        Map<String, List<OperationTime>> kinds = times.stream().collect(Collectors.groupingBy(OperationTime::kind));
        return kinds.entrySet().stream()
                .map(kind -> of(kind.getKey(), kind.getValue(), all, steps))
                .sorted(Comparator.comparing(OperationShare::share).reversed().thenComparing(OperationShare::kind))
                .toList();
    }

    private static OperationShare of(String kind, List<OperationTime> times, double all, long steps) {
        double own = nanoseconds(times);
        double share = all == 0 ? 0 : own / all;
        double milliseconds = own / TimeUnit.MILLISECONDS.toNanos(1) / steps;
        return new OperationShare(kind, share, milliseconds, times.size() / (double) steps);
    }

    private static double nanoseconds(List<OperationTime> times) {
        return times.stream().mapToLong(OperationTime::nanoseconds).sum();
    }
}
