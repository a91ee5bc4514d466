package org.gan4j.experiments.report.curve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.experiments.compare.arm.ComparableProtocols.Apart;
import org.gan4j.experiments.store.signal.RunSignals;

/** Looks up what the metrics of a report are called and mean: as their runs recorded it, and for signals as they are declared. */
public final class Glossary {
    private final Map<String, MetricInfo> declared = new HashMap<>();
    private final Map<String, Measurement> measured = new HashMap<>();
    private final Map<String, Apart> apart = new HashMap<>();

    private Glossary() {}

    /** A glossary of the metrics of these runs. */
    public static Glossary of(List<ArmCurves> arms) {
        Glossary glossary = new Glossary();
        boolean older = false;
        for (ArmCurves arm : arms) {
            for (ReportedRun run : arm.runs()) {
                older |= glossary.add(run);
            }
        }
        if (older) {
            BuiltInMetrics.infos().forEach(info -> glossary.declared.putIfAbsent(info.name(), info));
        }
        return glossary;
    }

    /** Returns whether the run has evaluations that its record does not describe. */
    private boolean add(ReportedRun run) {
        run.record().metrics().forEach(info -> declared.putIfAbsent(info.name(), info));
        run.measurements().forEach(measurement -> measured.putIfAbsent(measurement.key(), measurement));
        run.apart().forEach(apart::putIfAbsent);
        boolean evaluated = run.metrics().keySet().stream().anyMatch(Measurement::isEvaluation);
        return evaluated && run.record().metrics().isEmpty();
    }

    /** Describes a metric by the name that the report shows; a protocol that departs from the standard one is part of it. */
    public Optional<MetricInfo> find(String metric) {
        List<String> departures = new ArrayList<>();
        String key = metric;
        if (apart.containsKey(metric)) {
            key = apart.get(metric).key();
            departures.add(apart.get(metric).protocol());
        }
        String name = name(key);
        if (key.length() > name.length()) {
            departures.add(0, key.substring(name.length() + 1));
        }
        return RunSignals.find(name)
                .or(() -> Optional.ofNullable(declared.get(name)))
                .map(info -> departures.isEmpty() ? info : info.under(String.join(", ", departures)));
    }

    /** Returns the declared name of a metric whose key may name its protocol too, as keys of runs without an ending do. */
    private String name(String key) {
        return Optional.ofNullable(measured.get(key))
                .map(Measurement::name)
                .filter(declared::containsKey)
                .or(() -> declared.keySet().stream()
                        .filter(name -> key.equals(name) || key.startsWith(name + "-"))
                        .max(Comparator.comparingInt(String::length)))
                .orElse(key);
    }

    /** Returns what people call a metric; its name where nobody described it. */
    public String title(String metric) {
        return find(metric).map(MetricInfo::title).orElse(metric);
    }

    /** Returns what a metric is and its unit; empty where nobody described it. */
    public String meaning(String metric) {
        return find(metric)
                .map(info -> info.meaning() + (info.unit().isEmpty() ? "" : " Unit: " + info.unit() + "."))
                .orElse("");
    }

    /** Returns the unit as it follows a number: empty, or a blank and the unit. */
    public String unit(String metric) {
        return find(metric)
                .map(MetricInfo::unit)
                .filter(unit -> !unit.isEmpty())
                .map(unit -> " " + unit)
                .orElse("");
    }

    /** Returns an arrow in the direction that is good; empty where none is. */
    public String arrow(String metric) {
        return find(metric).map(info -> info.aim().arrow()).orElse("");
    }
}
