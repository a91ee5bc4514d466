package org.gan4j.experiments.compare.fairness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.problem.Problem;
import org.gan4j.experiments.compare.arm.Arms;
import org.gan4j.experiments.settings.keys.RateKeys;
import org.gan4j.experiments.store.ComparisonConditions;
import org.gan4j.experiments.store.ComparisonConditions.Fact;
import org.gan4j.experiments.store.ComparisonConditions.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a difference between arms can be attributed to the comparison's factors. Every other difference must
 * be waived by name, and is then stated beside the result.
 */
public final class Fairness {
    private static final String BETWEEN = " | ";

    /** The facts that are shown even if all arms agree in them. */
    private static final List<String> SHOWN = List.of(
            "dataset",
            "dataset.digest",
            "generator",
            "parameters.g",
            "discriminator",
            "parameters.d",
            "prior",
            "schedule",
            "updates.d",
            "updates.g",
            "steps",
            "epochs",
            "minutes",
            "batch",
            "optimizer",
            "device.used");

    private static final Set<String> BUDGET = Set.of("steps", "epochs", "minutes");

    /** The settings that a finding depends on. */
    private static final Map<String, List<String>> CAUSES = Map.of(
            "parameters.g", List.of("generator", "prior", "dataset"),
            "parameters.d", List.of("discriminator", "dataset"),
            "updates.d", List.of("schedule", "steps", "epochs", "minutes", "batch", "dataset"),
            "updates.g", List.of("schedule", "steps", "epochs", "minutes", "batch", "dataset"));

    private final List<FairnessFacts> runs;
    private final List<String> arms;
    private final Set<String> waived;
    private final Factors factors;

    private Fairness(
            List<FairnessFacts> runs, List<Experiment> experiments, Collection<String> waived, List<String> declared) {
        this.runs = runs;
        this.arms = Arms.names(
                experiments.stream().map(Experiment::settings).toList(),
                experiments.stream().map(Experiment::seed).toList());
        this.waived = new TreeSet<>(waived);
        checkKeys();
        this.factors = declared.isEmpty() ? Factors.of(runs, this.waived) : new Factors(List.copyOf(declared));
    }

    /** Returns the conditions of a grid before it runs. */
    public static ComparisonConditions ofGrid(List<Experiment> grid, Collection<String> waived) {
        return new Fairness(grid.stream().map(FairnessFacts::of).toList(), grid, waived, List.of()).conditions();
    }

    /**
     * Returns the conditions of runs that have ended, with any result.
     *
     * @param declared the factors; if it is empty, they are found from the runs
     */
    public static ComparisonConditions ofRuns(List<Outcome> runs, Collection<String> waived, List<String> declared) {
        return new Fairness(
                        runs.stream().map(FairnessFacts::of).toList(),
                        runs.stream().map(Outcome::experiment).toList(),
                        waived,
                        declared)
                .conditions();
    }

    /**
     * Refuses undeclared differences.
     *
     * @throws InvalidInput with every undeclared difference, and how to allow it
     */
    public static void require(ComparisonConditions conditions) {
        List<Fact> undeclared = conditions.facts(Standing.UNDECLARED);
        if (undeclared.isEmpty()) {
            return;
        }
        String about = conditions.factors().isEmpty() ? "the seed" : String.join(" and ", conditions.factors());
        String keys = undeclared.stream().map(Fact::key).collect(Collectors.joining(","));
        List<Problem> problems = new ArrayList<>();
        undeclared.forEach(
                fact -> problems.add(new Problem(fact.key(), "differs besides " + about + ": " + values(fact, "; "))));
        problems.add(new Problem(
                "",
                "a difference could not be put down to " + about
                        + "; compare runs that agree in all else, or allow it with" + " --waive " + keys
                        + ", which is then stated beside the result"));
        throw new InvalidInput(problems);
    }

    /** Returns the values of a fact by arm: {@code minimax 64, hinge 128}. */
    public static String values(Fact fact, String separator) {
        return new TreeMap<>(fact.arms())
                .entrySet().stream()
                        .map(arm -> arm.getKey() + " has " + (arm.getValue().isEmpty() ? "none" : arm.getValue()))
                        .collect(Collectors.joining(separator));
    }

    private void checkKeys() {
        Set<String> known = keys();
        // What only runs that were made show.
        known.addAll(List.of("dataset.digest", "device.used"));
        known.stream()
                .filter(key -> key.endsWith(".class"))
                .map(key -> key.replaceFirst("class$", "jar"))
                .toList()
                .forEach(known::add);
        List<Problem> problems = new ArrayList<>();
        for (String key : waived) {
            if (known.stream().noneMatch(other -> ComparisonConditions.isWithin(other, key))) {
                problems.add(new Problem(
                        "--waive " + key, "nothing of these runs has this key, " + Nearest.hint(key, known)));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>(CAUSES.keySet());
        for (FairnessFacts run : runs) {
            keys.addAll(run.settings().keySet());
            keys.addAll(run.found().keySet());
        }
        return keys;
    }

    private ComparisonConditions conditions() {
        Set<String> keys = new LinkedHashSet<>(SHOWN);
        keys.addAll(keys());
        List<Fact> facts = new ArrayList<>();
        for (String key : keys) {
            Map<String, String> byArm = byArm(key);
            Standing standing = standing(key);
            boolean shown = (SHOWN.contains(key) || RateKeys.isOne(key)) && !isNone(key, byArm);
            if (!byArm.isEmpty() && (standing != Standing.SHARED || shown)) {
                facts.add(new Fact(key, byArm, standing));
            }
        }
        return new ComparisonConditions(factors.declared(), facts);
    }

    private static boolean isNone(String key, Map<String, String> byArm) {
        return BUDGET.contains(key) && byArm.values().stream().allMatch(value -> Double.parseDouble(value) == 0);
    }

    private Map<String, String> byArm(String key) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            String value = value(runs.get(i), key);
            if (value != null) {
                values.computeIfAbsent(arms.get(i), arm -> new TreeSet<>()).add(value);
            }
        }
        Map<String, String> joined = new LinkedHashMap<>();
        values.forEach((arm, its) -> joined.put(arm, String.join(BETWEEN, its)));
        boolean nowhere = joined.values().stream().allMatch(String::isEmpty);
        return nowhere ? Map.of() : joined;
    }

    /** Returns null if nothing is known; a setting that a run lacks is known to be none. */
    private @Nullable String value(FairnessFacts run, String key) {
        if (run.found().containsKey(key)) {
            return run.found().get(key);
        }
        boolean setting = runs.stream().anyMatch(any -> any.settings().containsKey(key));
        return setting ? run.settings().getOrDefault(key, "") : null;
    }

    private Standing standing(String key) {
        if (isShared(key)) {
            return Standing.SHARED;
        } else if (factors.cover(key)) {
            return Standing.FACTOR;
        } else if (isWaived(key)) {
            return Standing.WAIVED;
        }
        return CAUSES.getOrDefault(key, List.of()).stream().anyMatch(this::varies)
                ? Standing.FOLLOWS
                : Standing.UNDECLARED;
    }

    private boolean isShared(String key) {
        return runs.stream()
                        .map(run -> value(run, key))
                        .filter(value -> value != null)
                        .distinct()
                        .count()
                < 2;
    }

    private boolean isWaived(String key) {
        return waived.stream().anyMatch(waiver -> ComparisonConditions.isWithin(key, waiver));
    }

    private boolean varies(String cause) {
        return runs.get(0).settings().keySet().stream()
                .anyMatch(key -> ComparisonConditions.isWithin(key, cause) && !isShared(key));
    }
}
