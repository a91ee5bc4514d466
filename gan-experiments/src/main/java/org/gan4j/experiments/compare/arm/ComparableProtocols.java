package org.gan4j.experiments.compare.arm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.metric.Measurement;
import org.gan4j.experiments.store.RunEnding;
import org.gan4j.experiments.store.RunFolder;

/**
 * Keeps values apart that were measured under different protocols. If runs recorded several protocols of one metric,
 * each protocol becomes a metric of its own, named by the difference: {@code eval/jsd [n 1000]} beside {@code eval/jsd
 * [n 10000]}. Such values are never shown as one metric, and never share a mean or a difference.
 *
 * @param outcomes the runs, with values of different protocols under names of their own
 * @param apart the metrics that were kept apart, by those names
 */
public record ComparableProtocols(List<Outcome> outcomes, Map<String, Apart> apart) {
    private static final String UNKNOWN = "protocol not recorded";

    /**
     * A metric under one of several protocols.
     *
     * @param key      the name that the runs recorded its values under
     * @param protocol how its protocol differs from the others
     */
    public record Apart(String key, String protocol) {
        /** Returns the metric's name where several protocols stand side by side. */
        @Override
        public String toString() {
            return key + " [" + protocol + "]";
        }
    }

    /** Keeps apart the values that these runs recorded under several protocols. */
    public static ComparableProtocols of(List<Outcome> outcomes) {
        List<Map<String, Apart>> names =
                names(outcomes.stream().map(ComparableProtocols::measurements).toList());
        List<Outcome> renamed = new ArrayList<>();
        Map<String, Apart> apart = new TreeMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            names.get(i).values().forEach(metric -> apart.put(metric.toString(), metric));
            renamed.add(renamed(outcomes.get(i), names.get(i)));
        }
        return new ComparableProtocols(List.copyOf(renamed), apart);
    }

    /** Returns the name that the runs recorded a metric's values under. */
    public String key(String metric) {
        return isApart(metric) ? Objects.requireNonNull(apart.get(metric)).key() : metric;
    }

    boolean isApart(String metric) {
        return apart.containsKey(metric);
    }

    /**
     * Returns whether a run is expected to have a metric; one that was kept apart belongs only to the runs that have
     * it.
     */
    public boolean concerns(Outcome run, String metric) {
        return !isApart(metric) || run.metrics().containsKey(metric);
    }

    /**
     * Names the metrics that must be kept apart, for each run by the recorded name.
     *
     * @param runs the measurements of each run
     */
    public static List<Map<String, Apart>> names(List<List<Measurement>> runs) {
        Map<String, Set<Map<String, String>>> protocols = new TreeMap<>();
        runs.forEach(run -> run.forEach(measurement -> protocols
                .computeIfAbsent(measurement.key(), key -> new LinkedHashSet<>())
                .add(protocol(measurement))));
        protocols.values().removeIf(seen -> seen.size() < 2);
        return runs.stream().map(run -> names(run, protocols)).toList();
    }

    private static Map<String, Apart> names(List<Measurement> run, Map<String, Set<Map<String, String>>> protocols) {
        Map<String, Apart> names = new HashMap<>();
        protocols.keySet().forEach(key -> names.put(key, new Apart(key, UNKNOWN)));
        for (Measurement measurement : run) {
            Set<Map<String, String>> seen = protocols.get(measurement.key());
            if (seen != null) {
                names.put(measurement.key(), new Apart(measurement.key(), difference(protocol(measurement), seen)));
            }
        }
        return names;
    }

    private static Map<String, String> protocol(Measurement measurement) {
        Map<String, String> protocol = new TreeMap<>();
        measurement.settings().forEach((name, value) -> protocol.put(name, exactly(value)));
        protocol.put("n", Integer.toString(measurement.samples()));
        protocol.put("split", measurement.split());
        return protocol;
    }

    private static String exactly(double value) {
        return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Returns the settings of a protocol that are not the same in all. */
    private static String difference(Map<String, String> protocol, Set<Map<String, String>> all) {
        Set<String> keys = new TreeSet<>();
        all.forEach(one -> keys.addAll(one.keySet()));
        return keys.stream()
                .filter(key -> all.stream()
                                .map(one -> one.getOrDefault(key, ""))
                                .distinct()
                                .count()
                        > 1)
                .map(key -> key + " " + protocol.getOrDefault(key, "none"))
                .collect(Collectors.joining(", "));
    }

    /** Returns the last measurements of a run, as its folder recorded them. */
    public static List<Measurement> measurements(Outcome outcome) {
        return new RunFolder(outcome.folder())
                .ending()
                .map(RunEnding::measurements)
                .orElse(List.of());
    }

    private static Outcome renamed(Outcome outcome, Map<String, Apart> names) {
        Map<String, Double> metrics = new HashMap<>();
        outcome.metrics()
                .forEach((key, value) ->
                        metrics.put(names.containsKey(key) ? names.get(key).toString() : key, value));
        return new Outcome(
                outcome.experiment(),
                outcome.folder(),
                outcome.status(),
                outcome.steps(),
                outcome.resumedFrom(),
                outcome.weights(),
                metrics,
                outcome.samplesPerSecond(),
                outcome.reason());
    }

    /** Names the protocols of each metric that was measured under several. */
    public List<String> warnings(List<String> metrics) {
        Map<String, List<Apart>> byKey = metrics.stream()
                .filter(this::isApart)
                .map(apart::get)
                .collect(Collectors.groupingBy(Apart::key, TreeMap::new, Collectors.toList()));
        return byKey.entrySet().stream()
                .map(entry -> entry.getKey() + " was measured under "
                        + entry.getValue().size()
                        + " protocols, which are not compared: "
                        + entry.getValue().stream().map(Apart::protocol).collect(Collectors.joining("; "))
                        + ".")
                .toList();
    }
}
