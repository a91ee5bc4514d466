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
import org.gan4j.experiments.folder.Ending;
import org.gan4j.experiments.folder.RunFolder;
import org.gan4j.experiments.folder.Series;
import org.gan4j.experiments.statistics.Identity;

/** A run as its folder tells it, read once. */
public record ReportedRun(
        RunFolder folder, RunRecord record, Optional<Ending> ending, SortedMap<String, Series> metrics) {
    public static ReportedRun read(Path path) {
        RunFolder folder = RunFolder.open(path);
        return new ReportedRun(folder, folder.record(), folder.ending(), folder.metrics());
    }

    /** The runs of a comparison; values that were measured under unlike protocols have names of their own. */
    public static List<ReportedRun> readAll(List<Path> paths) {
        List<ReportedRun> runs = paths.stream().map(ReportedRun::read).toList();
        List<Map<String, String>> names =
                Identity.names(runs.stream().map(ReportedRun::measurements).toList());
        return IntStream.range(0, runs.size())
                .mapToObj(i -> runs.get(i).renamed(names.get(i)))
                .toList();
    }

    private ReportedRun renamed(Map<String, String> names) {
        SortedMap<String, Series> renamed = new TreeMap<>();
        metrics.forEach((name, series) -> {
            String shown = names.getOrDefault(name, name);
            renamed.put(shown, new Series(shown, series.steps(), series.millis(), series.values()));
        });
        return new ReportedRun(folder, record, ending, renamed);
    }

    /** The last measurement of each metric that has a protocol. */
    public List<Measurement> measurements() {
        return ending.map(Ending::measurements).orElse(List.of());
    }

    public Status status() {
        return ending.map(Ending::status).orElse(Status.RUNNING);
    }

    public boolean finished() {
        return status() == Status.FINISHED;
    }

    /** Steps made, as far as the folder knows. */
    public long steps() {
        return ending.map(Ending::steps).orElseGet(() -> metrics.values().stream()
                .mapToLong(series -> series.steps()[series.size() - 1])
                .max()
                .orElse(0));
    }

    /** The last value of a metric; NaN where there is none. */
    public double last(String metric) {
        Series series = metrics.get(metric);
        return series == null ? Double.NaN : series.last();
    }
}
