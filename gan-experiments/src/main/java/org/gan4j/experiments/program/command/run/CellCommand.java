package org.gan4j.experiments.program.command.run;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.program.command.result.RunArgument;

/** {@code gan cell}: the unit of work that the engines of clusters run. */
@Usage(
        value =
                "runs one cell of a recorded comparison, resumes it, or finds it done; exit code 1 is worth a retry, 2 is"
                        + " not",
        arguments = "COMPARISON INDEX",
        examples = {
            "gan compare ring loss=minimax,non-saturating 'seed=range(1,6)' --plan-only",
            "gan cell runs/ring/compare-20260101-120000 1",
            "gan resume runs/ring/compare-20260101-120000"
        })
public record CellCommand(
        @Param(value = "runs", doc = "folder in which names of comparisons are looked up")
        Path runs) implements Command {
    /** A run that diverged has its result: it would diverge again. */
    @Override
    public int run(Context context) {
        List<String> arguments = context.arguments();
        if (arguments.size() != 2) {
            throw new InvalidInput(
                    "gan cell",
                    "name a comparison and the number of one of its cells, from 1; got " + arguments.size()
                            + " arguments");
        }
        Outcome outcome =
                LocalRunner.of(context).cell(RunArgument.find(arguments.get(0), runs), number(arguments.get(1)));
        int code = OutcomePrinter.print(context, outcome);
        return outcome.status() == Status.DIVERGED ? 0 : code;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidInput(text, "is not the number of a cell; expected 1, 2, …");
        }
    }
}
