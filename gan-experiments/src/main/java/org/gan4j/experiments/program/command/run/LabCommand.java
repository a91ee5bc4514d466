package org.gan4j.experiments.program.command.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Recipe;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.lab.Lab;
import org.gan4j.experiments.lab.LabMenu;
import org.gan4j.experiments.lab.LabParts;
import org.gan4j.experiments.lab.LabServer;
import org.gan4j.registry.Extensions;

/** {@code gan lab}. */
@Usage(
        value = "trains one loss, or two beside each other, live in the browser; ends with Ctrl-C",
        arguments = "[RECIPE or FILE] [key=value...]",
        examples = {
            "gan lab",
            "gan lab ring loss=minimax,non-saturating",
            "gan lab minimax-standstill loss=minimax,non-saturating",
            "gan lab gaussian-1d loss=hinge,least-squares seed=3 --port 8080"
        })
public record LabCommand(
        @Param(value = "0", min = 0, max = 65535, doc = "port of the page; 0 takes any that is free")
        int port) implements Command {
    private static final String FIRST = "ring";

    @Override
    public int run(Context context) throws IOException, InterruptedException {
        LocalRunner runner = LocalRunner.of(context);
        List<Experiment> experiments = ExperimentArguments.resolve(runner, withRecipe(context.arguments()));
        Lab.check(experiments);
        if (context.dryRun()) {
            experiments.forEach(experiment -> context.print(experiment.toString()));
            context.result(Map.of(
                    "arms", experiments.stream().map(Experiment::settings).toList()));
            return 0;
        }
        LabServer server = LabServer.start(Lab.open(experiments), menu(context, runner, experiments), port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        context.print(server.address());
        context.result(Map.of("uri", server.address()));
        context.note("open this address in a browser on this machine; nothing is written to the disk; end with Ctrl-C");
        new CountDownLatch(1).await();
        return 0;
    }

    /** Returns the experiments of the command line, and the prepared situations after them. */
    private static LabMenu menu(Context context, LocalRunner runner, List<Experiment> given) {
        List<Contribution> recipes = Extensions.of(context).contributions(Recipe.POINT.id());
        String first = given.get(0).name();
        List<LabMenu.Situation> all = new ArrayList<>();
        all.add(new LabMenu.Situation(first, purpose(recipes, first)));
        recipes.stream()
                .filter(recipe ->
                        recipe.group().equals(LabMenu.GROUP) && !recipe.name().equals(first))
                .forEach(recipe -> all.add(new LabMenu.Situation(recipe.name(), recipe.purpose())));
        return new LabMenu(
                all,
                number -> number == 0 ? given : runner.resolve(all.get(number).name()),
                new LabParts(Extensions.of(context)));
    }

    private static String purpose(List<Contribution> recipes, String name) {
        return recipes.stream()
                .filter(recipe -> recipe.name().equals(name))
                .map(Contribution::purpose)
                .findFirst()
                .orElse("what the command line names");
    }

    private static List<String> withRecipe(List<String> arguments) {
        return arguments.isEmpty() || arguments.get(0).contains("=")
                ? Stream.concat(Stream.of(FIRST), arguments.stream()).toList()
                : arguments;
    }
}
