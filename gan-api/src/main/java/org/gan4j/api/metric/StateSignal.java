package org.gan4j.api.metric;

import java.util.Optional;

/** The signals of the scalars that the loss and the terms keep between updates. */
public final class StateSignal {
    private static final String PREFIX = "state/";

    private StateSignal() {}

    /** Returns the metric's name for a scalar of the loss, or for {@code TERM.NAME}. */
    public static String of(String name) {
        return PREFIX + name;
    }

    /** Returns whether a metric is such a scalar. */
    public static boolean is(String metric) {
        return metric.startsWith(PREFIX);
    }

    /** Describes the signal of a scalar. */
    public static MetricInfo info(String name) {
        return MetricInfo.signal(
                of(name),
                "Kept value " + name,
                "The scalar " + name + " that the loss or a term keeps between updates, mean over the updates that have"
                        + " set it since the value before. The documentation of the loss or the term says what it is.",
                "");
    }

    static Optional<MetricInfo> find(String metric) {
        return is(metric) ? Optional.of(info(metric.substring(PREFIX.length()))) : Optional.empty();
    }
}
