package org.gan4j.experiments.program.command.part;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.experiment.Recipe;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.program.command.result.RunArgument;
import org.gan4j.experiments.settings.Resolver;
import org.gan4j.registry.Extensions;
import org.jspecify.annotations.Nullable;

/** Shows where two experiments differ, each given as a run or as what a run can be made of. */
@Usage(
        value = "lists the settings that differ between two experiments",
        arguments = "RUN-or-RECIPE RUN-or-RECIPE",
        examples = {"gan diff ring gaussian-1d", "gan diff ring latest", "gan diff my.yaml runs/ring/minimax-seed1"})
public record DiffCommand(
        @Param(value = "runs", doc = "folder that runs are looked up in by name")
        Path runs) implements Command {
    private static final String ABSENT = "-";

    /** A setting of either experiment; null where one lacks it. */
    private record Difference(
            String key, @Nullable String a, @Nullable String b) {}

    @Override
    public int run(Context context) {
        if (context.arguments().size() != 2) {
            throw new InvalidInput(
                    "gan diff",
                    "takes two runs, recipes or YAML files, not "
                            + context.arguments().size());
        }
        List<Difference> differences = differences(
                settings(context, context.arguments().get(0)),
                settings(context, context.arguments().get(1)));
        print(context, differences);
        context.result(Map.of(
                "differences", differences.stream().map(DiffCommand::document).toList()));
        return 0;
    }

    private SortedMap<String, String> settings(Context context, String named) {
        boolean recipe =
                Extensions.of(context).contribution(Recipe.POINT, named).isPresent();
        if (recipe || named.endsWith(".yaml") || named.endsWith(".yml")) {
            return Extensions.of(context)
                    .instance(Resolver.class)
                    .resolveOne(named, List.of())
                    .settings();
        }
        boolean couldBeRun = Files.exists(Path.of(named)) || named.contains("/") || Files.isDirectory(runs);
        if (couldBeRun) {
            return RunArgument.find(named, runs).record().settings();
        }
        // Says what recipes there are.
        return Extensions.of(context)
                .instance(Resolver.class)
                .resolveOne(named, List.of())
                .settings();
    }

    private static List<Difference> differences(SortedMap<String, String> a, SortedMap<String, String> b) {
        SortedSet<String> keys = new TreeSet<>(a.keySet());
        keys.addAll(b.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String key : keys) {
            if (!String.valueOf(a.get(key)).equals(String.valueOf(b.get(key)))) {
                differences.add(new Difference(key, a.get(key), b.get(key)));
            }
        }
        return differences;
    }

    private static void print(Context context, List<Difference> differences) {
        if (differences.isEmpty()) {
            context.print("no difference");
        }
        int key = differences.stream().mapToInt(one -> one.key.length()).max().orElse(0);
        int a = differences.stream()
                .mapToInt(one -> shown(one.a).length())
                .max()
                .orElse(0);
        differences.forEach(
                one -> context.print(pad(one.key, key) + "  " + pad(shown(one.a), a) + "  " + shown(one.b)));
    }

    private static String shown(@Nullable String value) {
        return value == null ? ABSENT : value;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static Map<String, String> document(Difference difference) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", difference.key);
        fields.put("a", difference.a);
        fields.put("b", difference.b);
        return fields;
    }
}
