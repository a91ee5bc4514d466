package org.gan4j.experiments.runner;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.api.Experiment;
import org.gan4j.api.ExperimentRunner;
import org.gan4j.api.plugin.registry.Extensions;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Comparison;
import org.gan4j.api.run.Outcome;
import org.gan4j.api.run.Run;
import org.gan4j.api.run.RunRecord;
import org.gan4j.api.run.Status;
import org.gan4j.experiments.config.ExperimentYaml;
import org.gan4j.experiments.config.Resolver;
import org.gan4j.experiments.folder.ComparisonRecord;
import org.gan4j.experiments.folder.Ending;
import org.gan4j.experiments.folder.RunFolder;
import org.gan4j.experiments.journal.Journal;
import org.gan4j.experiments.report.ComparisonReport;
import org.gan4j.experiments.report.RunReport;
import org.gan4j.experiments.statistics.Compare;
import org.gan4j.experiments.tracking.Sender;
import org.gan4j.experiments.tracking.Trackers;

/** Runs experiments in this process, one after the other. */
public final class LocalRunner implements ExperimentRunner {
    private final Extensions extensions;
    private final Resolver resolver;
    private final Provenance provenance;
    private final Progress progress;

    @Inject
    LocalRunner(Extensions extensions, Resolver resolver) {
        this(extensions, resolver, Progress.auto(System.err));
    }

    private LocalRunner(Extensions extensions, Resolver resolver, Progress progress) {
        this.extensions = extensions;
        this.resolver = resolver;
        this.provenance = new Provenance(extensions);
        this.progress = progress;
    }

    /** The same runner, telling its progress elsewhere. */
    public LocalRunner telling(Progress other) {
        return new LocalRunner(extensions, resolver, other);
    }

    @Override
    public List<Experiment> resolve(String recipeOrFile, String... settings) {
        return resolver.resolve(recipeOrFile, List.of(settings));
    }

    /** What the runs of a grid are called. */
    public static List<String> names(List<Experiment> grid) {
        return grid.stream().map(cell -> Names.of(cell, grid)).toList();
    }

    @Override
    public Outcome run(Experiment experiment) {
        try (Stop stop = Stop.onSignal();
                Sender sender = Sender.start(Trackers.active(extensions))) {
            return begin(experiment, Names.of(experiment, List.of(experiment)), "", stop, sender);
        }
    }

    @Override
    public Comparison compare(List<Experiment> grid) {
        if (grid.isEmpty()) {
            throw new InvalidInput("", "there is nothing to compare: the grid has no cell");
        }
        Experiment first = grid.get(0);
        try (Stop stop = Stop.onSignal();
                Sender sender = Sender.start(Trackers.active(extensions))) {
            RunFolder folder = Names.create(first, "compare");
            RunRecord record = provenance.ofComparison(grid, folder.name());
            folder.write(record);
            try (Journal journal = Journal.open(folder.path())) {
                journal.begun(record);
                sender.follow(folder.path());
                List<Outcome> outcomes = cells(grid, record.uid(), stop, sender);
                return conclude(folder, journal, outcomes, stop);
            }
        }
    }

    private List<Outcome> cells(List<Experiment> grid, String parent, Stop stop, Sender sender) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Experiment cell : grid) {
            if (stop.asked()) {
                break;
            }
            String name = Names.of(cell, grid);
            progress.say("run " + (outcomes.size() + 1) + " of " + grid.size() + ": " + name);
            outcomes.add(begin(cell, name, parent, stop, sender));
        }
        return outcomes;
    }

    private Comparison conclude(RunFolder folder, Journal journal, List<Outcome> outcomes, Stop stop) {
        Comparison comparison = write(folder, outcomes);
        long millis = System.currentTimeMillis();
        Status status = stop.asked() ? Status.KILLED : Status.FINISHED;
        folder.write(new Ending(status, 0, 0, "", new TreeMap<>(), List.of(), 0, "", millis));
        for (Path file : List.of(folder.report(), folder.comparisonJson(), folder.runJson())) {
            journal.artifact(file.getFileName().toString(), 0, millis);
        }
        journal.ended(status, millis);
        return comparison;
    }

    private Outcome begin(Experiment experiment, String name, String parent, Stop stop, Sender sender) {
        Names.home(experiment);
        try (Run run = experiment.parts().backend().value().open(experiment)) {
            RunFolder folder = Names.create(experiment, name);
            RunRecord record = provenance.ofRun(experiment, name, parent, run.device());
            folder.write(record);
            write(folder.experimentYaml(), ExperimentYaml.of(experiment));
            try (Journal journal = Journal.open(folder.path())) {
                journal.begun(record);
                sender.follow(folder.path());
                return new Training(experiment, run, folder, journal, progress, stop).toTheEnd();
            }
        }
    }

    /**
     * Goes on from a run's newest checkpoint, or from the beginning where there is none.
     *
     * @throws InvalidInput if the experiment is not what it was: a module or a part's class is missing or another
     */
    public Outcome resume(RunFolder folder) {
        RunRecord record = folder.record();
        Experiment experiment = reopen(folder);
        try (Stop stop = Stop.onSignal();
                Sender sender = Sender.start(Trackers.active(extensions));
                Run run = experiment.parts().backend().value().open(experiment);
                Journal journal = Journal.open(folder.path())) {
            Checkpoints.restore(folder, run);
            sender.follow(folder.path());
            journal.begun(record);
            progress.say("goes on after step " + run.step());
            return new Training(experiment, run, folder, journal, progress, stop).toTheEnd();
        }
    }

    /** A finished or stopped run at its newest checkpoint, to be looked at; the caller closes it. */
    public Opened open(RunFolder folder) {
        Experiment experiment = reopen(folder);
        Run run = experiment.parts().backend().value().open(experiment);
        if (!Checkpoints.restore(folder, run)) {
            run.close();
            throw new InvalidInput(folder.path().toString(), "has no checkpoint yet, so there is nothing to look at");
        }
        return new Opened(folder, experiment, run);
    }

    /**
     * Writes the report of a run or of a comparison anew; several runs become a new comparison.
     *
     * @return the report
     */
    public Path report(List<RunFolder> folders) {
        RunFolder first = folders.get(0);
        if (folders.size() == 1 && first.record().kind().equals("run")) {
            RunReport.write(first.path());
            return first.report();
        }
        if (folders.size() == 1) {
            write(first, members(first));
            return first.report();
        }
        List<Outcome> outcomes = folders.stream().map(this::outcome).toList();
        List<Experiment> cells = outcomes.stream().map(Outcome::experiment).toList();
        RunFolder folder = Names.create(cells.get(0), "compare");
        folder.write(provenance.ofComparison(cells, folder.name()));
        write(folder, outcomes);
        return folder.report();
    }

    private static Comparison write(RunFolder folder, List<Outcome> outcomes) {
        Comparison comparison = Compare.of(outcomes, folder.path());
        folder.write(ComparisonRecord.of(comparison));
        ComparisonReport.write(
                folder.path(),
                comparison,
                outcomes.stream().map(Outcome::folder).toList());
        return comparison;
    }

    /** The runs that name a comparison as their parent: also those of one that was stopped half-way. */
    private List<Outcome> members(RunFolder comparison) {
        List<Outcome> members = membersOf(comparison).map(this::outcome).toList();
        if (members.isEmpty()) {
            throw new InvalidInput(comparison.path().toString(), "none of its runs lies beside it");
        }
        return members;
    }

    private static Stream<RunFolder> membersOf(RunFolder comparison) {
        String uid = comparison.record().uid();
        return RunFolder.below(comparison.path().toAbsolutePath().getParent()).stream()
                .filter(folder -> folder.record().parent().equals(uid));
    }

    private Outcome outcome(RunFolder folder) {
        Experiment experiment = reopen(folder);
        return folder.ending()
                .map(ending -> new Outcome(
                        experiment,
                        folder.path(),
                        ending.status(),
                        ending.steps(),
                        ending.resumedFrom(),
                        ending.weights(),
                        ending.metrics(),
                        ending.samplesPerSecond(),
                        ending.reason()))
                .orElseGet(() -> new Outcome(
                        experiment, folder.path(), Status.KILLED, 0, 0, "", Map.of(), 0, "it never said how it ended"));
    }

    /** The experiment of a folder, proven to be the one that made it. */
    private Experiment reopen(RunFolder folder) {
        RunRecord record = folder.record();
        if (!record.kind().equals("run")) {
            String one = membersOf(folder)
                    .findFirst()
                    .map(run -> ", such as " + run.path())
                    .orElse("");
            throw new InvalidInput(folder.path().toString(), "is a comparison; name one of its runs" + one);
        }
        Experiment experiment = resolver.resolveOne(folder.experimentYaml().toString(), List.of())
                .named(record.experiment());
        if (!experiment.hash().equals(record.hash())) {
            throw new InvalidInput(
                    folder.path().toString(),
                    "this is not the experiment that made the run: " + firstDifference(record, experiment));
        }
        return experiment;
    }

    private static String firstDifference(RunRecord record, Experiment experiment) {
        for (Map.Entry<String, String> setting : record.settings().entrySet()) {
            String now = experiment.settings().get(setting.getKey());
            if (!setting.getValue().equals(now)) {
                return setting.getKey() + " was " + setting.getValue() + " and is now " + now;
            }
        }
        return "it has keys that the run's record lacks";
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
