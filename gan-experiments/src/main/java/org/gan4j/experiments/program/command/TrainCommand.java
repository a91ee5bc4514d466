package org.gan4j.experiments.program.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Experiment;
import org.gan4j.api.run.Outcome;
import org.gan4j.api.run.Status;
import org.gan4j.experiments.run.LocalRunner;

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
        List<Experiment> cells = resolve(runner, context.arguments());
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
        return tell(context, runner.run(experiment));
    }

    static List<Experiment> resolve(LocalRunner runner, List<String> arguments) {
        if (arguments.isEmpty() || arguments.get(0).contains("=")) {
            throw new InvalidInput("", "name a recipe or a YAML file first; gan recipes lists the recipes");
        }
        return runner.resolve(
                arguments.get(0), arguments.subList(1, arguments.size()).toArray(String[]::new));
    }

    /** Prints how a run ended; the exit code says whether it did its work. */
    static int tell(Context context, Outcome outcome) {
        context.print("run      " + outcome.folder());
        context.print("status   " + outcome.status() + (outcome.reason().isEmpty() ? "" : ": " + outcome.reason()));
        context.print("steps    " + outcome.steps()
                + (outcome.resumedFrom() > 0 ? ", resumed after " + outcome.resumedFrom() : ""));
        context.print(String.format(Locale.ROOT, "speed    %.0f real examples a second", outcome.samplesPerSecond()));
        new TreeMap<>(outcome.metrics()).forEach((name, value) -> {
            if (!name.startsWith("time/")) {
                context.print(String.format(Locale.ROOT, "%-24s %.5g", name, value));
            }
        });
        context.print("weights  " + outcome.weights());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run", outcome.folder().toString());
        document.put("status", outcome.status().toString());
        document.put("steps", outcome.steps());
        document.put("resumedFrom", outcome.resumedFrom());
        document.put("weights", outcome.weights());
        document.put("metrics", outcome.metrics());
        document.put("samplesPerSecond", outcome.samplesPerSecond());
        context.result(document);
        return outcome.status() == Status.FINISHED ? 0 : 1;
    }
}
