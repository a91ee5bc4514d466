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
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.track.RunRecord;
import org.gan4j.disk.DiskTrouble;
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
    public int run(Context context) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RunFolder folder : RunFolder.below(runs)) {
            Map<String, Object> row = row(folder);
            rows.add(row);
            context.print(String.format(
                    "%-9s %-10s %7s  %s", row.get("status"), row.get("kind"), row.get("steps"), folder.path()));
            if (row.get("problem") instanceof String problem) {
                context.note(problem);
            }
        }
        if (rows.isEmpty()) {
            context.note("no runs below " + runs.toAbsolutePath());
        }
        context.result(Map.of("runs", rows));
        return 0;
    }

    /** The columns of a run; of one with a damaged file, what the others say. */
    private static Map<String, Object> row(RunFolder folder) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("run", folder.path().toString());
        row.put("status", "damaged");
        row.put("kind", "");
        row.put("steps", 0L);
        try {
            RunRecord record = folder.record();
            row.put("kind", record.kind());
            row.put("experiment", record.experiment());
            row.put("name", record.name());
            row.put("started", Instant.ofEpochMilli(record.started()).toString());
            row.put("steps", folder.ending().map(RunEnding::steps).orElse(0L));
            Status status = AbandonedRuns.is(folder.path()) ? Status.KILLED : folder.status();
            row.put("status", status.toString());
        } catch (InvalidInput e) {
            row.put("problem", e.getMessage());
        } catch (IOException e) {
            row.put("problem", DiskTrouble.reading(folder.journal(), e).getMessage());
        }
        return row;
    }
}
