package org.gan4j.experiments.report.curve;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.gan4j.api.run.RunRecord;
import org.gan4j.api.run.Status;
import org.gan4j.experiments.folder.Ending;
import org.gan4j.experiments.folder.RunFolder;
import org.gan4j.experiments.folder.Series;

/** A run as its folder tells it, read once. */
public record ReportedRun(
        RunFolder folder, RunRecord record, Optional<Ending> ending, SortedMap<String, Series> metrics) {
    public static ReportedRun read(Path path) {
        RunFolder folder = RunFolder.open(path);
        return new ReportedRun(folder, folder.record(), folder.ending(), folder.metrics());
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
