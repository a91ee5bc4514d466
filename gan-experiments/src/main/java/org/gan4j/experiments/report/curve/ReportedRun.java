package org.gan4j.experiments.report.curve;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.compare.arm.ComparableProtocols;
import org.gan4j.experiments.compare.arm.ComparableProtocols.Apart;
import org.gan4j.experiments.store.MetricSeries;
import org.gan4j.experiments.store.RunEnding;
import org.gan4j.experiments.store.RunFolder;

/**
 * A run as its folder tells it, read once.
 *
 * @param apart the metrics whose values other runs measured under unlike protocols, by the name that they have here
 */
public record ReportedRun(
        RunFolder folder,
        RunRecord record,
        Optional<RunEnding> ending,
        SortedMap<String, MetricSeries> metrics,
        Map<String, Apart> apart) {
    public static ReportedRun read(Path path) {
        RunFolder folder = RunFolder.open(path);
        return new ReportedRun(folder, folder.record(), folder.ending(), folder.metrics(), Map.of());
    }

    /** The runs of a comparison; values that were measured under unlike protocols have names of their own. */
    public static List<ReportedRun> readAll(List<Path> paths) {
        List<ReportedRun> runs = paths.stream().map(ReportedRun::read).toList();
        List<Map<String, Apart>> names = ComparableProtocols.names(
                runs.stream().map(ReportedRun::measurements).toList());
        return IntStream.range(0, runs.size())
                .mapToObj(i -> runs.get(i).renamed(names.get(i)))
                .toList();
    }

    private ReportedRun renamed(Map<String, Apart> names) {
        SortedMap<String, MetricSeries> renamed = new TreeMap<>();
        metrics.forEach((name, series) -> {
            String shown = names.containsKey(name) ? names.get(name).toString() : name;
            renamed.put(shown, new MetricSeries(shown, series.steps(), series.millis(), series.values()));
        });
        return new ReportedRun(
                folder,
                record,
                ending,
                renamed,
                names.values().stream().collect(Collectors.toMap(Apart::toString, metric -> metric)));
    }

    /** The last measurement of each metric that has a protocol. */
    public List<Measurement> measurements() {
        return ending.map(RunEnding::measurements).orElse(List.of());
    }

    public Status status() {
        return ending.map(RunEnding::status).orElse(Status.RUNNING);
    }

    public boolean finished() {
        return status() == Status.FINISHED;
    }

    /** Steps made, as far as the folder knows. */
    public long steps() {
        return ending.map(RunEnding::steps).orElseGet(() -> metrics.values().stream()
                .mapToLong(series -> series.steps()[series.size() - 1])
                .max()
                .orElse(0));
    }

    /** The last value of a metric; NaN where there is none. */
    public double last(String metric) {
        MetricSeries series = metrics.get(metric);
        return series == null ? Double.NaN : series.last();
    }
}
