package org.gan4j.experiments.run;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gan4j.api.command.Context;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Comparison;
import org.gan4j.api.run.Experiment;
import org.gan4j.api.run.ExperimentBuilder;
import org.gan4j.api.run.ExperimentRunner;
import org.gan4j.api.run.Outcome;
import org.gan4j.api.run.Run;
import org.gan4j.api.run.RunRecord;
import org.gan4j.api.run.Status;
import org.gan4j.experiments.compare.fairness.Fairness;
import org.gan4j.experiments.compare.statistics.Compare;
import org.gan4j.experiments.report.ComparisonReport;
import org.gan4j.experiments.report.RunReport;
import org.gan4j.experiments.settings.ExperimentYaml;
import org.gan4j.experiments.settings.RecordedExperiments;
import org.gan4j.experiments.settings.Resolver;
import org.gan4j.experiments.store.ComparisonConditions;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.ComparisonRecord;
import org.gan4j.experiments.store.ComparisonRuns;
import org.gan4j.experiments.store.RunEnding;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.TuningRecord;
import org.gan4j.experiments.store.journal.Journal;
import org.gan4j.experiments.tracking.Sender;
import org.gan4j.experiments.tracking.Trackers;
import org.gan4j.registry.Extensions;

/** Runs experiments in this process, one after the other or several cells of a grid at a time. */
public final class LocalRunner implements ExperimentRunner {
    private final Extensions extensions;
    private final Resolver resolver;
    private final ProvenanceCollector provenance;
    private final RecordedExperiments recorded;
    private final Progress progress;
    private final Consumer<ReopenedRun> watcher;
    private final CellExecutor together;

    @Inject
    LocalRunner(Extensions extensions, Resolver resolver) {
        this(extensions, resolver, Progress.auto(System.err), new CellExecutor(1), opened -> {});
    }

    private LocalRunner(
            Extensions extensions,
            Resolver resolver,
            Progress progress,
            CellExecutor together,
            Consumer<ReopenedRun> watcher) {
        this.extensions = extensions;
        this.resolver = resolver;
        this.provenance = new ProvenanceCollector(extensions);
        this.recorded = new RecordedExperiments(resolver);
        this.progress = progress;
        this.watcher = watcher;
        this.together = together;
    }

    /** The runner of a command, which keeps quiet where that is asked for. */
    public static LocalRunner of(Context context) {
        LocalRunner runner = Extensions.of(context).instance(LocalRunner.class);
        return context.quiet() ? runner.telling(Progress.none()) : runner;
    }

    /** The same runner, telling its progress elsewhere. */
    public LocalRunner telling(Progress other) {
        return new LocalRunner(extensions, resolver, other, together, watcher);
    }

    /** The same runner, working on so many cells of a grid at a time; what they come to is the same to the bit. */
    public LocalRunner together(int cells) {
        return new LocalRunner(extensions, resolver, progress, new CellExecutor(cells), watcher);
    }

    /** The same runner, showing its runs at each look that {@code eval.every} asks for, to be neither changed nor closed. */
    public LocalRunner watched(Consumer<ReopenedRun> other) {
        return new LocalRunner(extensions, resolver, progress, together, other);
    }

    @Override
    public ExperimentBuilder recipe(String recipeOrFile) {
        return resolver.resolveOne(recipeOrFile, List.of()).toBuilder();
    }

    @Override
    public List<Experiment> resolve(String recipeOrFile, String... settings) {
        return resolver.resolve(recipeOrFile, List.of(settings));
    }

    /** What the runs of a grid are called. */
    public static List<String> names(List<Experiment> grid) {
        return grid.stream().map(cell -> RunNames.of(cell, grid)).toList();
    }

    @Override
    public Outcome run(Experiment experiment) {
        try (StopSignal stop = StopSignal.onSignal();
                Sender sender = Sender.start(Trackers.active(extensions))) {
            return begin(experiment, RunNames.of(experiment, List.of(experiment)), "", stop, sender);
        }
    }

    @Override
    public Comparison compare(List<Experiment> grid) {
        return compare(grid, List.of());
    }

    @Override
    public Comparison compare(List<Experiment> grid, Collection<String> waived) {
        return compare(grid, ComparisonPlan.of(List.of(), List.copyOf(waived)), List.of());
    }

    /**
     * As above, as one stage of a plan.
     *
     * @param plan what is waived, and what the comparison is for; its factors are found here
     * @param next the experiments of the comparison that will follow, if one will
     */
    public Comparison compare(List<Experiment> grid, ComparisonPlan plan, List<Experiment> next) {
        if (grid.isEmpty()) {
            throw new InvalidInput("", "there is nothing to compare: the grid has no cell");
        }
        ComparisonConditions conditions = Fairness.ofGrid(grid, plan.waived());
        Fairness.require(conditions);
        RunFolder folder = RunNames.create(grid.get(0), plan.sweep().isNone() ? "compare" : "tune");
        ComparisonPlan.write(
                folder.cells(), grid.stream().map(ExperimentYaml::of).toList());
        ComparisonPlan.write(
                folder.next(), next.stream().map(ExperimentYaml::of).toList());
        folder.write(new ComparisonPlan(conditions.factors(), plan.waived(), plan.tuning(), plan.sweep()));
        folder.write(provenance.ofComparison(grid, folder.name()));
        return goOn(folder, grid, ComparisonRuns.none(folder));
    }

    /**
     * Goes on with a comparison that was cut: makes the runs that are missing, finishes those that were cut or failed, and
     * concludes anew.
     *
     * @throws InvalidInput if the folder is that of a run, or tells no cells
     */
    public Comparison resumeComparison(RunFolder folder) {
        List<Experiment> grid = recorded.experiments(folder.cells());
        if (grid.isEmpty()) {
            throw new InvalidInput(
                    folder.path().toString(),
                    "no cells are recorded here, so there is nothing to go on with; gan report makes its report anew");
        }
        ComparisonRuns members = ComparisonRuns.of(folder);
        members.begun().forEach(recorded::unchanged);
        return goOn(folder, grid, members);
    }

    private Comparison goOn(RunFolder folder, List<Experiment> grid, ComparisonRuns members) {
        RunRecord record = folder.record();
        try (StopSignal stop = StopSignal.onSignal();
                Sender sender = Sender.start(Trackers.active(extensions));
                Journal journal = Journal.open(folder.path())) {
            journal.begun(record);
            sender.follow(folder.path());
            List<Supplier<Optional<Outcome>>> cells = new ArrayList<>();
            for (Experiment cell : grid) {
                String name = RunNames.of(cell, grid);
                String announced = "run " + (cells.size() + 1) + " of " + grid.size() + ": " + name;
                Optional<RunFolder> made = members.take(cell);
                cells.add(() -> {
                    if (stop.asked()) {
                        return Optional.empty();
                    }
                    progress.say(announced);
                    return Optional.of(made.map(run -> finish(run, stop, sender))
                            .orElseGet(() -> begin(cell, name, record.uid(), stop, sender)));
                });
            }
            return conclude(folder, journal, together.all(cells), stop);
        }
    }

    /** A run as it ended, if it came to an end of its own; otherwise it goes on. */
    private Outcome finish(RunFolder made, StopSignal stop, Sender sender) {
        Status status = made.status();
        return status == Status.FINISHED || status == Status.DIVERGED
                ? recorded.outcome(made)
                : resume(made, stop, sender);
    }

    private Comparison conclude(RunFolder folder, Journal journal, List<Outcome> outcomes, StopSignal stop) {
        ComparisonPlan plan = folder.plan().orElseThrow();
        ComparisonConditions conditions = Fairness.ofRuns(outcomes, plan.waived(), plan.factors());
        Comparison comparison = write(folder, outcomes, conditions, plan.tuning());
        long millis = System.currentTimeMillis();
        Status status = stop.asked() ? Status.KILLED : Status.FINISHED;
        folder.write(new RunEnding(status, 0, 0, "", new TreeMap<>(), List.of(), 0, "", millis));
        for (Path file : List.of(folder.report(), folder.comparisonJson(), folder.runJson())) {
            journal.artifact(file.getFileName().toString(), 0, millis);
        }
        journal.ended(status, millis);
        return comparison;
    }

    private Outcome begin(Experiment experiment, String name, String parent, StopSignal stop, Sender sender) {
        RunNames.home(experiment);
        try (Run run = experiment.parts().backend().value().open(experiment)) {
            Checkpoints.pretrain(experiment, run, progress);
            RunFolder folder = RunNames.create(experiment, name);
            RunRecord record = provenance.ofRun(experiment, name, parent, run.device());
            folder.write(record);
            write(folder.experimentYaml(), ExperimentYaml.of(experiment));
            try (Journal journal = Journal.open(folder.path())) {
                journal.begun(record);
                sender.follow(folder.path());
                return new RunLoop(experiment, run, folder, journal, progress, stop, watcher).toTheEnd();
            }
        }
    }

    /**
     * Goes on from a run's newest checkpoint, or from the beginning where there is none.
     *
     * @throws InvalidInput if the experiment is not what it was: a module or a part's class is missing or another
     */
    public Outcome resume(RunFolder folder) {
        try (StopSignal stop = StopSignal.onSignal();
                Sender sender = Sender.start(Trackers.active(extensions))) {
            return resume(folder, stop, sender);
        }
    }

    private Outcome resume(RunFolder folder, StopSignal stop, Sender sender) {
        RunRecord record = folder.record();
        Experiment experiment = recorded.unchanged(folder);
        try (Run run = experiment.parts().backend().value().open(experiment);
                Journal journal = Journal.open(folder.path())) {
            if (!Checkpoints.restore(folder, run)) {
                Checkpoints.pretrain(experiment, run, progress);
            }
            sender.follow(folder.path());
            journal.begun(record);
            progress.say("goes on after step " + run.step());
            return new RunLoop(experiment, run, folder, journal, progress, stop, watcher).toTheEnd();
        }
    }

    /** A finished or stopped run at its newest checkpoint, to be looked at; the caller closes it. */
    public ReopenedRun open(RunFolder folder) {
        Experiment experiment = recorded.experiment(folder);
        Run run = experiment.parts().backend().value().open(experiment);
        if (!Checkpoints.restore(folder, run)) {
            run.close();
            throw new InvalidInput(folder.path().toString(), "has no checkpoint yet, so there is nothing to look at");
        }
        return new ReopenedRun(folder, experiment, run);
    }

    /**
     * Writes the report of a run or of a comparison anew; several runs become a new comparison.
     *
     * @param waived keys that the arms of a comparison may differ in besides its factors
     * @return the report
     * @throws InvalidInput if runs that are compared anew differ in more than a comparison is about, and that was not waived
     */
    public Path report(List<RunFolder> folders, List<String> waived) {
        RunFolder first = folders.get(0);
        if (folders.size() == 1 && first.record().kind().equals("run")) {
            RunReport.write(first.path());
            return first.report();
        }
        if (folders.size() == 1) {
            ComparisonPlan plan = first.plan().orElseGet(() -> ComparisonPlan.of(List.of(), List.of()));
            List<String> all = Stream.concat(plan.waived().stream(), waived.stream())
                    .distinct()
                    .toList();
            List<Outcome> members = ComparisonRuns.of(first).all().stream()
                    .map(recorded::outcome)
                    .toList();
            write(first, members, Fairness.ofRuns(members, all, plan.factors()), plan.tuning());
            return first.report();
        }
        List<Outcome> outcomes = folders.stream().map(recorded::outcome).toList();
        List<Experiment> cells = outcomes.stream().map(Outcome::experiment).toList();
        ComparisonConditions conditions = Fairness.ofRuns(outcomes, waived, List.of());
        Fairness.require(conditions);
        RunFolder folder = RunNames.create(cells.get(0), "compare");
        folder.write(ComparisonPlan.of(conditions.factors(), waived));
        folder.write(provenance.ofComparison(cells, folder.name()));
        write(folder, outcomes, conditions, TuningRecord.none());
        return folder.report();
    }

    private static Comparison write(
            RunFolder folder, List<Outcome> outcomes, ComparisonConditions conditions, TuningRecord tuning) {
        Comparison comparison = Compare.of(outcomes, folder.path(), conditions, tuning);
        folder.write(ComparisonRecord.of(comparison, conditions, tuning));
        ComparisonReport.write(folder.path());
        return comparison;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
