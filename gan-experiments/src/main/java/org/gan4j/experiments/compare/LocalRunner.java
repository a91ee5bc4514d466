package org.gan4j.experiments.compare;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.gan4j.api.command.Context;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.experiment.ExperimentRunner;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.run.Progress;
import org.gan4j.experiments.run.ProvenanceCollector;
import org.gan4j.experiments.run.ReopenedRun;
import org.gan4j.experiments.run.RunNames;
import org.gan4j.experiments.run.RunSession;
import org.gan4j.experiments.run.SingleRun;
import org.gan4j.experiments.run.divergence.ReplayedSteps;
import org.gan4j.experiments.settings.Resolver;
import org.gan4j.experiments.settings.record.RecordedExperiments;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.registry.Extensions;

/** Runs experiments in this process: joins the resolver, single runs and grids. */
public final class LocalRunner implements ExperimentRunner {
    private final Resolver resolver;
    private final GridRunner grids;

    @Inject
    LocalRunner(Extensions extensions, Resolver resolver, Comparisons comparisons) {
        this(
                resolver,
                new GridRunner(
                        extensions,
                        new SingleRun(
                                new ProvenanceCollector(extensions),
                                new RecordedExperiments(resolver),
                                Progress.onStandardError(),
                                opened -> {}),
                        comparisons,
                        CellsAtATime.of(1)));
    }

    private LocalRunner(Resolver resolver, GridRunner grids) {
        this.resolver = resolver;
        this.grids = grids;
    }

    /** Returns the runner of a command, which prints no progress if the command is quiet. */
    public static LocalRunner of(Context context) {
        LocalRunner runner = Extensions.of(context).instance(LocalRunner.class);
        return context.quiet() ? runner.reportingTo(Progress.none()) : runner;
    }

    /** Returns the same runner with another receiver of progress. */
    public LocalRunner reportingTo(Progress other) {
        return with(new SingleRun(runs().provenance(), runs().recorded(), other, runs().watcher()));
    }

    /**
     * Returns the same runner with an observer, which receives its runs at each evaluation and must neither change nor
     * close them.
     */
    public LocalRunner observedBy(Consumer<ReopenedRun> other) {
        return with(new SingleRun(runs().provenance(), runs().recorded(), runs().progress(), other));
    }

    /**
     * Returns the same runner, which executes so many cells of a grid at a time; the results are the same to the bit.
     */
    public LocalRunner together(int cells) {
        return together(CellsAtATime.of(cells));
    }

    /** Returns the same runner, which finds out how many cells of a grid to execute at a time. */
    public LocalRunner together(CellsAtATime cells) {
        return new LocalRunner(resolver, new GridRunner(grids.extensions(), runs(), grids.comparisons(), cells));
    }

    private LocalRunner with(SingleRun other) {
        return new LocalRunner(resolver, new GridRunner(grids.extensions(), other, grids.comparisons(), grids.cells()));
    }

    private SingleRun runs() {
        return grids.runs();
    }

    @Override
    public ExperimentBuilder recipe(String recipeOrFile) {
        return resolver.resolveOne(recipeOrFile, List.of()).toBuilder();
    }

    @Override
    public List<Experiment> resolve(String recipeOrFile, String... settings) {
        return resolver.resolve(recipeOrFile, List.of(settings));
    }

    @Override
    public Outcome run(Experiment experiment) {
        try (RunSession session = RunSession.open(grids.extensions())) {
            return runs().begin(experiment, RunNames.of(experiment), "", session);
        }
    }

    /** Resumes a run; see {@link SingleRun#resume}. */
    public Outcome resume(RunFolder folder) {
        try (RunSession session = RunSession.open(grids.extensions())) {
            return runs().resume(folder, session);
        }
    }

    /** Trains a run on until another budget is spent; see {@link SingleRun#extend}. */
    public Outcome extend(RunFolder folder, List<String> budget) {
        try (RunSession session = RunSession.open(grids.extensions())) {
            return runs().extend(folder, budget, session);
        }
    }

    /** Makes a finished run whole; see {@link SingleRun#complete}. */
    public void complete(RunFolder folder) {
        try (RunSession session = RunSession.open(grids.extensions())) {
            runs().complete(folder, session);
        }
    }

    /** Replays a diverged run; see {@link SingleRun#replay}. */
    public ReplayedSteps replay(RunFolder folder) {
        return runs().replay(folder);
    }

    @Override
    public Run open(Outcome outcome) {
        return runs().open(RunFolder.open(outcome.folder()), outcome.experiment())
                .run();
    }

    /** Opens a run; see {@link SingleRun#open(RunFolder)}. */
    public ReopenedRun open(RunFolder folder) {
        return runs().open(folder);
    }

    /** Opens a run at the checkpoint that a user chose; see {@link SingleRun#open(RunFolder, String)}. */
    public ReopenedRun open(RunFolder folder, String checkpoint) {
        return runs().open(folder, checkpoint);
    }

    /** Opens a run of which only the nets are used; see {@link SingleRun#openNets}. */
    public ReopenedRun openNets(RunFolder folder, String checkpoint) {
        return runs().openNets(folder, checkpoint);
    }

    @Override
    public Comparison compare(List<Experiment> grid) {
        return compare(grid, List.of());
    }

    @Override
    public Comparison compare(List<Experiment> grid, Collection<String> waived) {
        return compare(grid, ComparisonPlan.of(List.of(), List.copyOf(waived)), List.of());
    }

    /** Runs a grid as one stage of a plan; see {@link GridRunner#compare}. */
    public Comparison compare(List<Experiment> grid, ComparisonPlan plan, List<Experiment> next) {
        return grids.compare(grid, plan, next);
    }

    /** Writes a comparison down without running it; see {@link GridRunner#plan}. */
    public RunFolder plan(List<Experiment> grid, ComparisonPlan plan, List<Experiment> next) {
        return grids.plan(grid, plan, next);
    }

    /** Runs one cell of a recorded comparison; see {@link GridRunner#cell}. */
    public Outcome cell(RunFolder comparison, int number) {
        return grids.cell(comparison, number);
    }

    /** Resumes a comparison; see {@link GridRunner#resume}. */
    public Comparison resumeComparison(RunFolder folder) {
        return grids.resume(folder);
    }
}
