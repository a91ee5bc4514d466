package org.gan4j.experiments.program.command.run;

import java.util.List;
import java.util.Map;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.compare.LocalRunner;

/** {@code gan train}. */
@Usage(
        value = "trains one pair of nets",
        arguments = "RECIPE or FILE [key=value...]",
        examples = {
            "gan train ring",
            "gan train gaussian-1d loss=minimax seed=7",
            "gan train mnist loss=non-saturating optimizer.rate=0.05 epochs=10",
            "gan train my-experiment.yaml"
        })
public record TrainCommand() implements Command {
    @Override
    public int run(Context context) {
        LocalRunner runner = LocalRunner.of(context);
        List<Experiment> cells = ExperimentArguments.resolve(runner, context.arguments());
        if (cells.size() > 1) {
            throw new InvalidInput(
                    String.join(" ", context.arguments()),
                    "this describes " + cells.size() + " runs and train makes one; use gan compare for a grid");
        }
        Experiment experiment = cells.get(0);
        if (context.dryRun()) {
            context.print(experiment.toString());
            context.result(Map.of("experiment", experiment.settings(), "hash", experiment.hash()));
            return 0;
        }
        return OutcomePrinter.print(context, runner.run(experiment));
    }
}
