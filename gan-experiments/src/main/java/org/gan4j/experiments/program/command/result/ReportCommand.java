package org.gan4j.experiments.program.command.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.report.ReportWriter;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.registry.Extensions;

/** {@code gan report}. */
@Usage(
        value = "writes the report of a run or comparison again, or compares runs that were made one by one",
        arguments = "RUN...",
        examples = {
            "gan report latest",
            "gan report runs/ring/compare-20260101-120000",
            "gan report RUN1 RUN2",
            "gan report RUN1 RUN2 --waive batch,optimizer.rate"
        })
public record ReportCommand(
        @Param(value = "runs", doc = "folder in which names of runs are looked up")
        Path runs,

        @Param(value = "[]", doc = "further keys that the arms may differ in; stated beside the result")
        List<String> waive)
        implements Command {
    @Override
    public int run(Context context) {
        if (context.arguments().isEmpty()) {
            throw new InvalidInput("", "name at least one run");
        }
        List<RunFolder> folders = context.arguments().stream()
                .map(run -> RunArgument.find(run, runs))
                .toList();
        LocalRunner runner = LocalRunner.of(context);
        folders.stream().filter(folder -> folder.record().kind().equals("run")).forEach(runner::complete);
        Path report = Extensions.of(context).instance(ReportWriter.class).write(folders, waive);
        context.print(report.toString());
        context.result(Map.of("report", report.toString()));
        return 0;
    }
}
