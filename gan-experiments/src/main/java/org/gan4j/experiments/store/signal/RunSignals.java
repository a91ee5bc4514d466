package org.gan4j.experiments.store.signal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.metric.TrainingSignals;

/**
 * The signals that the program itself measures while a run trains: signs of collapse, time and the machine's load,
 * declared once.
 */
public final class RunSignals {
    private static final String ALARM_PREFIX = "alarm/";
    private static final String TIME_PREFIX = "time/";

    /** The prefix of names that MLflow shows as system metrics. */
    private static final String MACHINE_PREFIX = "system/";

    public static final String ALARM_COLLAPSE = ALARM_PREFIX + "collapse";
    public static final String ALARM_SPREAD = ALARM_PREFIX + "spread";
    public static final String ALARM_COVERAGE = ALARM_PREFIX + "coverage";
    public static final String ALARM_LOGITS = ALARM_PREFIX + "logits";

    /** The thresholds below which a sign indicates collapse; docs/rationale.md gives the reasons. */
    public static final double LEAST_SPREAD = 0.25;

    public static final double LEAST_COVERAGE = 0.2;
    public static final double LEAST_LOGITS = 0.2;

    /** How often the nets have gone back to a checkpoint; absent before the first time. */
    public static final String ROLLBACKS = "rollbacks";

    public static final String SECONDS = TIME_PREFIX + "seconds";
    public static final String SAMPLES_PER_SECOND = TIME_PREFIX + "samples-per-second";
    public static final String EPOCH = TIME_PREFIX + "epoch";
    public static final String TRACKING_SECONDS = TIME_PREFIX + "tracking-seconds";
    public static final String TRACKING_LONGEST_MILLIS = TIME_PREFIX + "tracking-longest-millis";

    public static final String CPU = MACHINE_PREFIX + "cpu_utilization_percentage";

    public static final String MEMORY = MACHINE_PREFIX + "system_memory_usage_megabytes";
    public static final String MEMORY_SHARE = MACHINE_PREFIX + "system_memory_usage_percentage";
    public static final String PROCESS_MEMORY = MACHINE_PREFIX + "process_memory_megabytes";
    public static final String DISK_FREE = MACHINE_PREFIX + "disk_available_megabytes";
    public static final String DISK_SHARE = MACHINE_PREFIX + "disk_usage_percentage";

    private static final List<MetricInfo> ALARM = List.of(
            MetricInfo.signal(
                    ALARM_SPREAD,
                    "Spread of the samples",
                    "Mean distance between two generated examples over that between two real ones. Below "
                            + LEAST_SPREAD + " is a sign of collapse.",
                    ""),
            MetricInfo.signal(
                    ALARM_COVERAGE,
                    "Coverage of the data",
                    "Share of real examples with a generated one nearer than their fifth-nearest real one; 0.97 for a"
                            + " perfect sampler. Below " + LEAST_COVERAGE + " is a sign of collapse.",
                    ""),
            MetricInfo.signal(
                    ALARM_LOGITS,
                    "Spread of D’s logits",
                    "Standard deviation of D’s logits over generated examples, over that over real ones. Below "
                            + LEAST_LOGITS + " is a sign of collapse.",
                    ""),
            MetricInfo.signal(
                    ALARM_COLLAPSE,
                    "Collapse alarm",
                    "1 where it is on: too little spread and another sign of collapse, in two evaluations in a row.",
                    ""));

    private static final MetricInfo ROLLBACK_INFO = MetricInfo.signal(
            ROLLBACKS,
            "Rollbacks",
            "How often the nets have gone back to a checkpoint because a value was not finite (on-nan=rollback).",
            "");

    private static final List<MetricInfo> TIME = List.of(
            MetricInfo.signal(SECONDS, "Time in the step loop", "Wall time of the step loop so far.", "s"),
            MetricInfo.signal(
                    SAMPLES_PER_SECOND,
                    "Speed",
                    "Real examples per wall second of the step loop; depends on what else the machine did.",
                    "examples/s"),
            MetricInfo.signal(EPOCH, "Epochs", "How often D has consumed the training split; 0 for endless data.", ""),
            MetricInfo.signal(
                    TRACKING_SECONDS,
                    "Time for the journal",
                    "Wall time that recording has taken from the training so far.",
                    "s"),
            MetricInfo.signal(
                    TRACKING_LONGEST_MILLIS,
                    "Longest wait for the journal",
                    "The longest time that one record has taken from the training so far.",
                    "ms"));

    private static final List<MetricInfo> MACHINE = List.of(
            MetricInfo.signal(CPU, "Processor load", "Share of all processors that is busy.", "%"),
            MetricInfo.signal(MEMORY, "Memory in use", "Memory of the machine that is in use.", "MB"),
            MetricInfo.signal(
                    MEMORY_SHARE, "Share of memory in use", "Memory of the machine that is in use, of all.", "%"),
            MetricInfo.signal(
                    PROCESS_MEMORY, "Memory of the process", "Memory of this process, tensors included.", "MB"),
            MetricInfo.signal(
                    DISK_FREE, "Free disk space", "Space that is left on the disk of the run's folder.", "MB"),
            MetricInfo.signal(
                    DISK_SHARE, "Disk space in use", "Space in use on the disk of the run's folder, of all.", "%"));

    private RunSignals() {}

    /** Returns the signs of collapse and the alarm, which are measured at each evaluation. */
    public static List<MetricInfo> alarm() {
        return ALARM;
    }

    /** Returns the count of rollbacks, which is measured at each. */
    public static MetricInfo rollbacks() {
        return ROLLBACK_INFO;
    }

    /** Returns how long things took. */
    public static List<MetricInfo> time() {
        return TIME;
    }

    /** Returns how busy the machine is. */
    public static List<MetricInfo> machine() {
        return MACHINE;
    }

    /** Returns whether a metric is a sign of collapse, or the alarm. */
    public static boolean isAlarm(String metric) {
        return metric.startsWith(ALARM_PREFIX);
    }

    /** Returns whether a metric says how long things took. */
    public static boolean isTime(String metric) {
        return metric.startsWith(TIME_PREFIX);
    }

    /** Returns whether a metric says how busy the machine is. */
    public static boolean isMachine(String metric) {
        return metric.startsWith(MACHINE_PREFIX);
    }

    /** Describes any signal by its name: the backend's and the program's own. */
    public static Optional<MetricInfo> find(String metric) {
        return Stream.of(ALARM, List.of(ROLLBACK_INFO), TIME, MACHINE)
                .flatMap(List::stream)
                .filter(info -> info.name().equals(metric))
                .findFirst()
                .or(() -> TrainingSignals.find(metric));
    }
}
