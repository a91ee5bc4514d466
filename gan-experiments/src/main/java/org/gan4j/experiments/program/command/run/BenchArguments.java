package org.gan4j.experiments.program.command.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.ExperimentRunner;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problem;
import org.gan4j.experiments.settings.record.DistinguishingKeys;

/** Experiments as users write them for {@code gan bench}: recipes or files, and settings that hold for each of them. */
final class BenchArguments {
    private static final List<String> USUAL = List.of("ring", "mnist");

    /** All are open at a time. */
    private static final int MOST = 16;

    private BenchArguments() {}

    /**
     * Resolves them, each under its recipe and what tells it from the others of this recipe.
     *
     * @throws InvalidInput with all mistakes at once
     */
    static Map<String, Experiment> resolve(ExperimentRunner runner, List<String> arguments) {
        List<String> named =
                arguments.stream().filter(argument -> !argument.contains("=")).toList();
        String[] settings =
                arguments.stream().filter(argument -> argument.contains("=")).toArray(String[]::new);
        Map<String, Experiment> experiments = new LinkedHashMap<>();
        Set<Problem> problems = new LinkedHashSet<>();
        for (String recipe : named.isEmpty() ? USUAL : named) {
            try {
                add(experiments, runner.resolve(recipe, settings));
            } catch (InvalidInput e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(List.copyOf(problems));
        }
        if (experiments.size() > MOST) {
            throw new InvalidInput(
                    String.join(" ", arguments),
                    "this describes " + experiments.size() + " experiments, and all are open at a time; give at most "
                            + MOST);
        }
        return experiments;
    }

    private static void add(Map<String, Experiment> experiments, List<Experiment> cells) {
        SortedSet<String> keys =
                DistinguishingKeys.of(cells.stream().map(Experiment::settings).toList());
        for (Experiment cell : cells) {
            String first = name(cell, keys);
            String name = first;
            for (int i = 2; experiments.containsKey(name); i++) {
                name = first + " #" + i;
            }
            experiments.put(name, cell);
        }
    }

    private static String name(Experiment cell, SortedSet<String> keys) {
        List<String> words = new ArrayList<>(List.of(cell.name()));
        keys.stream()
                .filter(key -> cell.settings().containsKey(key))
                .forEach(key -> words.add(key + "=" + cell.settings().get(key)));
        return words.stream().collect(Collectors.joining(" "));
    }
}
