package org.gan4j.experiments.program.command.result;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.part.Param;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.store.RunEnding;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.AbandonedRuns;

/** {@code gan runs}. */
@Usage(
        value = "lists runs and comparisons",
        examples = {"gan runs", "gan runs --runs /data/runs --json"})
public record RunsCommand(
        @Param(value = "runs", doc = "folder that holds the runs")
        Path runs) implements Command {
    @Override
    public int run(Context context) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RunFolder folder : RunFolder.below(runs)) {
            RunRecord record = folder.record();
            long steps = folder.ending().map(RunEnding::steps).orElse(0L);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("run", folder.path().toString());
            Status status = AbandonedRuns.is(folder.path()) ? Status.KILLED : folder.status();
            row.put("status", status.toString());
            row.put("kind", record.kind());
            row.put("experiment", record.experiment());
            row.put("name", record.name());
            row.put("steps", steps);
            row.put("started", Instant.ofEpochMilli(record.started()).toString());
            rows.add(row);
            context.print(String.format("%-9s %-10s %7d  %s", status, record.kind(), steps, folder.path()));
        }
        if (rows.isEmpty()) {
            context.note("no runs below " + runs.toAbsolutePath());
        }
        context.result(Map.of("runs", rows));
        return 0;
    }
}
