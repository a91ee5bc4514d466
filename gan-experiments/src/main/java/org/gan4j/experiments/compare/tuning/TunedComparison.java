package org.gan4j.experiments.compare.tuning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.compare.arm.Arms;
import org.gan4j.experiments.store.ComparisonConditions;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.RecordedRun;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.TuningRecord;

/**
 * A comparison in which each arm has its own learning rate. First a sweep, itself a comparison, tries every rate for
 * every arm with seeds that the comparison does not use; then the comparison runs once, with the chosen rates. Every
 * arm gets the same budget.
 */
public record TunedComparison(LocalRunner runner) {
    private static final String SEED = "seed";

    /**
     * Returns the sweep's experiments.
     *
     * @param grid the comparison's experiments
     * @throws InvalidInput if the grid cannot be tuned, or there is no metric that a rate may be chosen by
     */
    public List<Experiment> sweep(TuningRequest request, List<Experiment> grid) {
        String key = TunedKey.of(request, grid);
        refuseRates(grid, key);
        List<String> settings =
                new ArrayList<>(request.rest().subList(1, request.rest().size()));
        settings.removeIf(setting -> setting.startsWith(SEED + "=") || setting.startsWith(key + "="));
        // A rate that was chosen on the test split would make the comparison's values there no longer a test.
        JudgedMetric.onValidation(grid.get(0)).forEach((name, value) -> {
            settings.removeIf(setting -> setting.startsWith(name + "="));
            settings.add(name + "=" + value);
        });
        settings.add(key + "=" + String.join(",", request.rates()));
        settings.add(SEED + "="
                + String.join(
                        ",",
                        request.seeds(seeds(grid)).stream().map(String::valueOf).toList()));
        List<Experiment> sweep = runner.resolve(request.rest().get(0), settings.toArray(String[]::new));
        JudgedMetric.of(request, sweep.get(0));
        return sweep;
    }

    private static List<Long> seeds(List<Experiment> grid) {
        return grid.stream().map(Experiment::seed).distinct().toList();
    }

    private static void refuseRates(List<Experiment> grid, String key) {
        Map<Map<String, String>, TreeSet<String>> rates = new LinkedHashMap<>();
        grid.forEach(cell -> rates.computeIfAbsent(arm(cell, key), arm -> new TreeSet<>())
                .add(cell.settings().getOrDefault(key, "")));
        if (rates.values().stream().anyMatch(its -> its.size() > 1)) {
            throw new InvalidInput(
                    key, "is chosen by tune.rate, so it cannot be a choice of the grid as well; drop one of the two");
        }
    }

    /** Runs the sweep, chooses the rates, and runs the comparison. */
    public Comparison compare(TuningRequest request, List<Experiment> grid, Collection<String> waived) {
        List<Experiment> sweep = sweep(request, grid);
        return follow(runner.compare(sweep, plan(request, grid, sweep, waived), grid));
    }

    /** Writes the sweep down without running it; once it is concluded, {@link #resume} runs the comparison. */
    public RunFolder plan(TuningRequest request, List<Experiment> grid, Collection<String> waived) {
        List<Experiment> sweep = sweep(request, grid);
        return runner.plan(sweep, plan(request, grid, sweep, waived), grid);
    }

    private static ComparisonPlan plan(
            TuningRequest request, List<Experiment> grid, List<Experiment> sweep, Collection<String> waived) {
        JudgedMetric judged = JudgedMetric.of(request, sweep.get(0));
        ComparisonPlan.Sweep tried = new ComparisonPlan.Sweep(
                TunedKey.of(request, grid), request.rates(), request.seeds(seeds(grid)), judged.name(), judged.goal());
        return ComparisonPlan.search(List.copyOf(waived), tried);
    }

    /** Resumes an interrupted comparison; after a sweep, runs the comparison that the sweep was made for. */
    public Comparison resume(RunFolder folder) {
        return following(folder).map(runner::resumeComparison).orElseGet(() -> follow(runner.resumeComparison(folder)));
    }

    /** Returns the comparison that a sweep was made for, if it was begun. */
    private static Optional<RunFolder> following(RunFolder sweep) {
        if (sweep.plan().map(ComparisonPlan::sweep).filter(one -> !one.isNone()).isEmpty()) {
            return Optional.empty();
        }
        return RecordedRun.of(sweep.siblings()).stream()
                .map(RecordedRun::folder)
                .filter(other -> other.plan()
                        .map(plan -> plan.tuning().sweep().equals(beside(sweep)))
                        .orElse(false))
                .findFirst();
    }

    private static String beside(RunFolder folder) {
        return "../" + folder.name();
    }

    /**
     * Runs the comparison that a sweep was made for; returns the given comparison if it is not a sweep, or an
     * interrupted one.
     */
    private Comparison follow(Comparison made) {
        RunFolder folder = new RunFolder(made.folder());
        ComparisonPlan plan = folder.plan().orElseThrow();
        boolean cut =
                made.outcomes().size() < ComparisonPlan.read(folder.cells()).size()
                        || made.outcomes().stream().anyMatch(run -> run.status() == Status.KILLED);
        if (plan.sweep().isNone() || cut) {
            return made;
        }
        String key = plan.sweep().key();
        List<Path> files = ComparisonPlan.read(folder.next());
        List<Experiment> grid = files.stream().map(this::one).toList();
        Map<Map<String, String>, TuningRecord.Arm> chosen = choose(plan.sweep(), grid, made.outcomes());
        List<Experiment> tuned = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            tuned.add(one(
                    files.get(i),
                    key + "="
                            + Objects.requireNonNull(chosen.get(arm(grid.get(i), key)))
                                    .chosen()));
        }
        TuningRecord tuning = new TuningRecord(
                key,
                plan.sweep().metric(),
                plan.sweep().goal(),
                plan.sweep().seeds(),
                beside(folder),
                List.copyOf(chosen.values()));
        List<String> waived =
                Stream.concat(plan.waived().stream(), Stream.of(key)).distinct().toList();
        return runner.compare(tuned, ComparisonPlan.tuned(waived, tuning), List.of());
    }

    private Experiment one(Path file, String... settings) {
        return runner.resolve(file.toString(), settings).get(0);
    }

    /** Returns the choice of each arm, in the order of the comparison. */
    private static Map<Map<String, String>, TuningRecord.Arm> choose(
            ComparisonPlan.Sweep sweep, List<Experiment> grid, List<Outcome> runs) {
        List<String> names = Arms.names(
                grid.stream().map(Experiment::settings).toList(),
                grid.stream().map(Experiment::seed).toList());
        Map<Map<String, String>, TuningRecord.Arm> chosen = new LinkedHashMap<>();
        for (int i = 0; i < grid.size(); i++) {
            String name = names.get(i);
            chosen.computeIfAbsent(arm(grid.get(i), sweep.key()), arm -> new RateChoice(sweep)
                    .choose(
                            name,
                            runs.stream()
                                    .filter(run ->
                                            arm(run.experiment(), sweep.key()).equals(arm))
                                    .toList()));
        }
        return chosen;
    }

    /** Returns the settings that make an arm: all but the seed, the rate and the metrics. */
    private static SortedMap<String, String> arm(Experiment experiment, String key) {
        SortedMap<String, String> settings = new TreeMap<>(experiment.settings());
        settings.remove(SEED);
        settings.remove(key);
        settings.keySet().removeIf(other -> ComparisonConditions.isWithin(other, "metrics"));
        return settings;
    }
}
