package org.gan4j.experiments.store;

import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.gan4j.experiments.store.signal.RunSignals;

/** The record of a run's collapse alarm. */
public final class AlarmLog {
    /** The metric that is 1 where the alarm is on, and 0 otherwise. */
    public static final String METRIC = RunSignals.ALARM_COLLAPSE;

    private AlarmLog() {}

    /** Returns whether the alarm was used at all. */
    public static boolean isIn(Map<String, MetricSeries> metrics) {
        return metrics.containsKey(METRIC);
    }

    /** Returns the first step at which the alarm was on. */
    public static OptionalLong firstAlarm(Map<String, MetricSeries> metrics) {
        MetricSeries series = metrics.get(METRIC);
        return series == null
                ? OptionalLong.empty()
                : IntStream.range(0, series.size())
                        .filter(i -> series.values()[i] == 1)
                        .mapToLong(i -> series.steps()[i])
                        .findFirst();
    }
}
