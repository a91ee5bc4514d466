package org.gan4j.experiments.program.command.part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Recipe;
import org.gan4j.api.part.Contribution;
import org.gan4j.experiments.settings.Resolver;
import org.gan4j.experiments.settings.keys.Keys;
import org.gan4j.experiments.settings.record.ExperimentYaml;
import org.gan4j.registry.Extensions;

/** Lists the recipes, or explains one: every key, its default, and what the recipe comes to. */
@Usage(
        value = "lists recipes; for one, its keys and the whole experiment",
        arguments = "[RECIPE or FILE [key=value...]]",
        examples = {"gan recipes", "gan recipes ring", "gan recipes ring loss=minimax > my-ring.yaml"})
public record RecipesCommand() implements Command {
    @Override
    public int run(Context context) {
        List<Contribution> recipes = Extensions.of(context).contributions(Recipe.POINT.id());
        if (context.arguments().isEmpty()) {
            list(recipes, context);
            context.result(Map.of(
                    "recipes", recipes.stream().map(RecipesCommand::describe).toList()));
            return 0;
        }
        String name = context.arguments().get(0);
        List<String> settings =
                context.arguments().subList(1, context.arguments().size());
        Experiment experiment = Extensions.of(context).instance(Resolver.class).resolveOne(name, settings);
        // Comments, so that what is printed is a YAML file as a whole.
        explain(experiment).forEach(line -> context.print(("# " + line).strip()));
        ExperimentYaml.of(experiment).lines().forEach(context::print);
        context.result(document(recipes, name, experiment));
        return 0;
    }

    /** Prints the recipes that have no group, and then each group under its heading. */
    private static void list(List<Contribution> recipes, Context context) {
        int width = recipes.stream()
                .mapToInt(recipe -> recipe.name().length())
                .max()
                .orElse(0);
        Map<String, List<Contribution>> groups =
                recipes.stream().collect(Collectors.groupingBy(Contribution::group, TreeMap::new, Collectors.toList()));
        groups.forEach((group, members) -> {
            if (!group.isEmpty()) {
                context.print("");
                context.print(group + ":");
            }
            members.forEach(recipe -> context.print(pad(recipe.name(), width) + "  " + recipe.purpose()));
        });
    }

    private static List<String> explain(Experiment experiment) {
        List<Keys.Key> keys = Keys.all();
        int name = keys.stream().mapToInt(key -> key.name().length()).max().orElse(0);
        int value = keys.stream().mapToInt(key -> key.value().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add("Keys of every recipe, each with its default:");
        keys.forEach(key -> lines.add("  " + pad(key.name(), name) + "  " + pad(key.value(), value) + "  " + key.doc()
                + " (" + key.type() + ")"));
        lines.add("A part's parameters nest under its key: loss.NAME=value. What " + experiment.name() + " comes to:");
        lines.add("");
        return lines;
    }

    private static Map<String, ?> document(List<Contribution> recipes, String name, Experiment experiment) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "recipes",
                recipes.stream()
                        .filter(recipe -> recipe.name().equals(name))
                        .map(RecipesCommand::describe)
                        .toList());
        document.put(
                "keys",
                Keys.all().stream()
                        .map(key ->
                                Map.of("key", key.name(), "type", key.type(), "default", key.value(), "doc", key.doc()))
                        .toList());
        document.put("settings", experiment.settings());
        document.put("hash", experiment.hash());
        document.put("yaml", ExperimentYaml.of(experiment));
        return document;
    }

    private static Map<String, String> describe(Contribution recipe) {
        return Map.of("name", recipe.name(), "purpose", recipe.purpose(), "group", recipe.group());
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
