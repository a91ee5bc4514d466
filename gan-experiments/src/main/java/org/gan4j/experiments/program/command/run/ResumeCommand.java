package org.gan4j.experiments.program.command.run;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.compare.CellsAtATime;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.compare.tuning.TunedComparison;
import org.gan4j.experiments.program.command.result.RunArgument;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.RunFolder;

/** {@code gan resume}. */
@Usage(
        value = "resumes a run from its last checkpoint, or a comparison: missing and interrupted runs, then its"
                + " table; with a longer budget, trains a finished run on",
        arguments = "RUN or COMPARISON [steps=N epochs=N minutes=N]",
        examples = {
            "gan resume runs/ring/non-saturating-seed1-20260101-120000",
            "gan resume runs/ring/compare-20260101-120000",
            "gan resume latest",
            "gan resume latest steps=20000"
        })
public record ResumeCommand(
        @Param(value = "runs", doc = "folder in which names of runs are looked up")
        Path runs,

        @Param(value = CellsAtATime.AUTO, doc = "runs of a comparison at a time in this process")
        String together)
        implements Command {
    @Override
    public int run(Context context) {
        LocalRunner runner = LocalRunner.of(context).together(CellsAtATime.parse(together));
        List<String> budget = context.arguments().stream()
                .filter(argument -> argument.contains("="))
                .toList();
        List<String> named = context.arguments().stream()
                .filter(argument -> !argument.contains("="))
                .toList();
        if (!budget.isEmpty()) {
            return OutcomePrinter.print(context, runner.extend(RunArgument.only(named, runs), budget));
        }
        RunFolder folder = RunArgument.resumable(named, runs);
        if (folder.record().kind().equals("run")) {
            return OutcomePrinter.print(context, runner.resume(folder));
        }
        Comparison comparison = new TunedComparison(runner).resume(folder);
        int cells =
                ComparisonPlan.read(new RunFolder(comparison.folder()).cells()).size();
        return ComparisonPrinter.print(context, comparison, cells);
    }
}
