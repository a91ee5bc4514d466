package org.gan4j.experiments.program.command.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.compare.CellsAtATime;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.compare.tuning.TunedComparison;
import org.gan4j.experiments.compare.tuning.TuningRequest;
import org.gan4j.experiments.run.RunNames;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.RunFolder;

/** {@code gan compare}. */
@Usage(
        value = "runs a grid, such as several losses over several seeds, and reports what differs",
        arguments = "RECIPE or FILE key=value,value... [key=value...] [launcher=NAME launcher.key=value...]",
        examples = {
            "gan compare ring loss=minimax,non-saturating 'seed=range(1,6)'",
            "gan compare fashion-mini loss=minimax,non-saturating seed=1,2,3",
            "gan compare ring 'loss=hinge,least-squares(a=-1,b=1,c=0)' 'seed=range(1,6)'",
            "gan compare ring 'loss=*' 'seed=range(1,6)' --dry-run",
            "gan compare ring loss=non-saturating prior.size=1,10,100 'seed=range(1,4)' --dry-run",
            "gan compare ring loss=minimax,non-saturating 'seed=range(1,6)' --plan-only",
            "gan compare ring loss=minimax,non-saturating 'seed=range(1,6)' launcher=slurm launcher.each=5 --dry-run",
            "gan compare ring loss=minimax,non-saturating 'seed=range(1,11)' tune.rate=0.0002,0.0005,0.001 --together 2"
        })
public record CompareCommand(
        @Param(value = "[]", doc = "further keys that the arms may differ in; stated beside the result")
        List<String> waive,

        @Param(
                value = CellsAtATime.AUTO,
                doc = "runs at a time in this process, with the same results; auto makes several of small nets")
        String together,

        @Param(value = "false", doc = "write the comparison down without running it; gan cell runs its cells")
        boolean planOnly)
        implements Command {
    @Override
    public int run(Context context) throws IOException, InterruptedException {
        LocalRunner runner = LocalRunner.of(context).together(atATime());
        LauncherChoice choice = LauncherChoice.of(context);
        TuningRequest tune = TuningRequest.of(choice.rest());
        TunedComparison tuned = new TunedComparison(runner);
        List<Experiment> grid = ExperimentArguments.resolve(runner, tune.rest());
        if (!tune.isNone()) {
            list(context, choice, "to choose a rate for each arm, a grid of ", tuned.sweep(tune, grid));
        }
        list(context, choice, tune.isNone() ? "a grid of " : "then, each arm at its own rate, a grid of ", grid);
        if (context.dryRun()) {
            choice.print(context, tune.isNone() ? grid : tuned.sweep(tune, grid));
            context.result(
                    Map.of("cells", grid.stream().map(Experiment::settings).toList()));
            return 0;
        }
        RunFolder planned = tune.isNone()
                ? runner.plan(grid, ComparisonPlan.of(List.of(), waive), List.of())
                : tuned.plan(tune, grid, waive);
        if (planOnly || choice.launch(context, planned)) {
            return print(context, planned);
        }
        return ComparisonPrinter.print(context, tuned.resume(planned), grid.size());
    }

    private CellsAtATime atATime() {
        return CellsAtATime.parse(together);
    }

    private int print(Context context, RunFolder planned) {
        int cells = ComparisonPlan.read(planned.cells()).size();
        context.print("comparison  " + planned.path());
        context.print("cells       " + cells);
        String how = planOnly
                ? "run each of them with gan cell " + planned.path() + " 1 to " + cells
                        + ", anywhere and in any order; then "
                : "once they are done: ";
        context.note(how + "gan resume " + planned.path());
        context.result(Map.of("comparison", planned.path().toString(), "cells", cells));
        return 0;
    }

    private void list(Context context, LauncherChoice choice, String what, List<Experiment> cells) {
        int number = atATime().in(cells);
        String how = number == 1 ? ", one after the other:" : ", " + number + " at a time:";
        context.note(what + cells.size() + " runs" + (choice.isHere() && !planOnly ? how : ":"));
        RunNames.of(cells).forEach(name -> context.note("  " + name));
    }
}
