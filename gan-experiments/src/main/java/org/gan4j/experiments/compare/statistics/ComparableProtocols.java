package org.gan4j.experiments.compare.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.api.run.Measurement;
import org.gan4j.api.run.Outcome;
import org.gan4j.experiments.store.RunEnding;
import org.gan4j.experiments.store.RunFolder;

/**
 * Keeps unlike numbers apart. Where runs measured a metric of one name under several protocols, each protocol makes a metric of
 * its own, named by what differs: {@code eval/jsd [n 1000]} beside {@code eval/jsd [n 10000]}. Such values stand in no table and
 * chart as if they were one metric, and in no mean or difference together.
 */
public final class ComparableProtocols {
    private static final String OPEN = " [";
    private static final String UNKNOWN = "protocol not recorded";

    private ComparableProtocols() {}

    /** The metric's own name, without the protocol that sets it apart. */
    public static String base(String metric) {
        int open = metric.indexOf(OPEN);
        return open < 0 ? metric : metric.substring(0, open);
    }

    static boolean isApart(String metric) {
        return metric.contains(OPEN);
    }

    /**
     * New names of metrics that must be kept apart, for each run by the old name.
     *
     * @param runs the measurements of each run
     */
    public static List<Map<String, String>> names(List<List<Measurement>> runs) {
        Map<String, Set<Map<String, String>>> protocols = new TreeMap<>();
        runs.forEach(run -> run.forEach(measurement -> protocols
                .computeIfAbsent(measurement.name(), name -> new LinkedHashSet<>())
                .add(protocol(measurement))));
        protocols.values().removeIf(seen -> seen.size() < 2);
        return runs.stream().map(run -> names(run, protocols)).toList();
    }

    private static Map<String, String> names(List<Measurement> run, Map<String, Set<Map<String, String>>> protocols) {
        Map<String, String> names = new HashMap<>();
        protocols.keySet().forEach(name -> names.put(name, name + OPEN + UNKNOWN + "]"));
        for (Measurement measurement : run) {
            Set<Map<String, String>> seen = protocols.get(measurement.name());
            if (seen != null) {
                names.put(measurement.name(), measurement.name() + OPEN + told(protocol(measurement), seen) + "]");
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

    /** What of a protocol is not the same in all. */
    private static String told(Map<String, String> protocol, Set<Map<String, String>> all) {
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

    /** The same outcomes, with values of unlike protocols under names of their own. */
    static List<Outcome> apart(List<Outcome> outcomes) {
        List<Map<String, String>> names =
                names(outcomes.stream().map(ComparableProtocols::measurements).toList());
        List<Outcome> apart = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            apart.add(renamed(outcomes.get(i), names.get(i)));
        }
        return apart;
    }

    static List<Measurement> measurements(Outcome outcome) {
        return new RunFolder(outcome.folder())
                .ending()
                .map(RunEnding::measurements)
                .orElse(List.of());
    }

    private static Outcome renamed(Outcome outcome, Map<String, String> names) {
        Map<String, Double> metrics = new HashMap<>();
        outcome.metrics().forEach((name, value) -> metrics.put(names.getOrDefault(name, name), value));
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

    /** A sentence about each metric that was measured under several protocols. */
    static List<String> warnings(List<String> metrics) {
        Map<String, List<String>> apart = metrics.stream()
                .filter(ComparableProtocols::isApart)
                .collect(Collectors.groupingBy(ComparableProtocols::base, TreeMap::new, Collectors.toList()));
        return apart.entrySet().stream()
                .map(entry -> entry.getKey() + " was measured under "
                        + entry.getValue().size()
                        + " protocols, which are not compared: "
                        + entry.getValue().stream()
                                .map(name -> name.substring(entry.getKey().length() + OPEN.length(), name.length() - 1))
                                .collect(Collectors.joining("; "))
                        + ".")
                .toList();
    }
}
