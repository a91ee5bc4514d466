package org.gan4j.experiments.report.curve;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gan4j.api.run.Measurement;
import org.gan4j.api.run.RunRecord;
import org.gan4j.api.run.Status;
import org.gan4j.experiments.compare.statistics.ComparableProtocols;
import org.gan4j.experiments.store.MetricSeries;
import org.gan4j.experiments.store.RunEnding;
import org.gan4j.experiments.store.RunFolder;

/** A run as its folder tells it, read once. */
public record ReportedRun(
        RunFolder folder, RunRecord record, Optional<RunEnding> ending, SortedMap<String, MetricSeries> metrics) {
    public static ReportedRun read(Path path) {
        RunFolder folder = RunFolder.open(path);
        return new ReportedRun(folder, folder.record(), folder.ending(), folder.metrics());
    }

    /** The runs of a comparison; values that were measured under unlike protocols have names of their own. */
    public static List<ReportedRun> readAll(List<Path> paths) {
        List<ReportedRun> runs = paths.stream().map(ReportedRun::read).toList();
        List<Map<String, String>> names = ComparableProtocols.names(
                runs.stream().map(ReportedRun::measurements).toList());
        return IntStream.range(0, runs.size())
                .mapToObj(i -> runs.get(i).renamed(names.get(i)))
                .toList();
    }

    private ReportedRun renamed(Map<String, String> names) {
        SortedMap<String, MetricSeries> renamed = new TreeMap<>();
        metrics.forEach((name, series) -> {
            String shown = names.getOrDefault(name, name);
            renamed.put(shown, new MetricSeries(shown, series.steps(), series.millis(), series.values()));
        });
        return new ReportedRun(folder, record, ending, renamed);
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
