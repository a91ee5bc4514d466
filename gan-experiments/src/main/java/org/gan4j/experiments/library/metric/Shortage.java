package org.gan4j.experiments.library.metric;

import java.util.List;
import java.util.function.ToIntFunction;
import org.gan4j.api.data.Split;

/** Words for data that have too few examples for a metric. */
public final class Shortage {
    private Shortage() {}

    /** Returns what a split lacks; nothing if it has enough examples. */
    public static List<String> of(Split split, int least, ToIntFunction<Split> counts) {
        int count = counts.applyAsInt(split);
        return count >= least
                ? List.of()
                : List.of("it needs at least " + least + " examples of the " + split + " split, which has " + count);
    }
}
