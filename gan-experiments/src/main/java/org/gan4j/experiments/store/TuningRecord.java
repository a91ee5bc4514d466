package org.gan4j.experiments.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * A setting that has its own value in each arm of a comparison: the values that were tried, the same for all arms, and
 * the chosen ones.
 *
 * @param key    the setting, such as {@code optimizer.rate}; empty where nothing was tuned
 * @param metric the metric that each value was judged by
 * @param goal   {@code lowest} or {@code highest}
 * @param seeds  the seeds each value was tried with; none of them is among the comparison's
 * @param sweep  the folder of the comparison that tried the values, relative to this one's
 */
public record TuningRecord(String key, String metric, String goal, List<Long> seeds, String sweep, List<Arm> arms) {
    public TuningRecord {
        seeds = seeds == null ? List.of() : List.copyOf(seeds);
        arms = arms == null ? List.of() : List.copyOf(arms);
    }

    /** Returns the record of a comparison without tuning. */
    public static TuningRecord none() {
        return new TuningRecord("", "", "", List.of(), "", List.of());
    }

    @JsonIgnore
    public boolean isNone() {
        return key.isEmpty();
    }

    /**
     * One arm's choice.
     *
     * @param arm the arm's name, without the tuned setting
     * @param atEdge whether the chosen value is the smallest or the largest that was tried, so that a better one may lie beyond
     */
    public record Arm(String arm, List<Tried> tried, String chosen, boolean atEdge) {
        public Arm {
            tried = List.copyOf(tried);
        }

        /** Returns other values that did exactly as well as the chosen one, which was listed before them. */
        public List<String> tied() {
            Tried best = tried.stream()
                    .filter(one -> one.value().equals(chosen))
                    .findFirst()
                    .orElseThrow();
            return tried.stream()
                    .filter(one ->
                            !one.value().equals(chosen) && one.lost() == best.lost() && one.mean() == best.mean())
                    .map(Tried::value)
                    .toList();
        }
    }

    /**
     * One value.
     *
     * @param finished runs with a value
     * @param lost runs that diverged or failed; a value with any is chosen only if all values have some
     * @param mean     of the metric over the finished runs; NaN without any
     */
    public record Tried(String value, int finished, int lost, double mean) {}
}
