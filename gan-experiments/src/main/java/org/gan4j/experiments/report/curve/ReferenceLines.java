package org.gan4j.experiments.report.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.metric.Measurement;
import org.gan4j.experiments.compare.arm.ComparableProtocols.Apart;
import org.gan4j.experiments.store.MetricControls.Control;

/** The lines in the chart of a metric: the perfect sampler's value, and the controls that were measured. */
final class ReferenceLines {
    private final List<ReportedRun> runs;

    ReferenceLines(List<ArmCurves> arms) {
        runs = arms.stream().flatMap(arm -> arm.runs().stream()).toList();
    }

    /**
     * Returns the lines, whose values are finite: the mean of the perfect sampler's values over the runs, and the controls of the
     * first run that has some.
     */
    List<Chart.Reference> of(String metric) {
        List<Chart.Reference> lines = new ArrayList<>();
        runs.stream()
                .flatMap(run -> measured(run, metric))
                .flatMapToDouble(measurement -> measurement.perfect().stream())
                .filter(Double::isFinite)
                .average()
                .ifPresent(perfect -> lines.add(new Chart.Reference(perfect, "perfect sampler")));
        controls(metric).stream()
                .filter(control -> Double.isFinite(control.value()))
                .map(control -> new Chart.Reference(control.value(), control.name()))
                .forEach(lines::add);
        return lines;
    }

    private static Stream<Measurement> measured(ReportedRun run, String metric) {
        String key = key(run, metric);
        return run.measurements().stream()
                .filter(measurement -> measurement.key().equals(key));
    }

    private List<Control> controls(String metric) {
        return runs.stream()
                .map(run -> run.folder().controls().of(key(run, metric)))
                .filter(controls -> !controls.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Returns the key of a metric whose name in the report may say how its protocol departs from other runs'. */
    private static String key(ReportedRun run, String metric) {
        return Optional.ofNullable(run.apart().get(metric)).map(Apart::key).orElse(metric);
    }
}
