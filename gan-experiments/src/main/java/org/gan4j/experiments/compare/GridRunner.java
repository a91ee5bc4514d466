package org.gan4j.experiments.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gan4j.api.end.ComparisonEnd;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.experiments.compare.fairness.Fairness;
import org.gan4j.experiments.run.RunNames;
import org.gan4j.experiments.run.RunSession;
import org.gan4j.experiments.run.SingleRun;
import org.gan4j.experiments.run.end.EndActions;
import org.gan4j.experiments.settings.fit.EnoughData;
import org.gan4j.experiments.store.ComparisonConditions;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.ComparisonRuns;
import org.gan4j.experiments.store.RunEnding;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.Journal;
import org.gan4j.registry.Extensions;

/**
 * Runs grids: writes the plan, trains the run of each cell, and draws the conclusion.
 *
 * @param cells executes the runs, one after the other or several at a time
 */
record GridRunner(Extensions extensions, SingleRun runs, Comparisons comparisons, CellsAtATime cells) {
    /**
     * Runs a grid.
     *
     * @param plan the waivers, and the purpose of the comparison; its factors are found here
     * @param next the experiments of the comparison that follows, or empty
     */
    Comparison compare(List<Experiment> grid, ComparisonPlan plan, List<Experiment> next) {
        EnoughData.require(grid);
        RunFolder folder = plan(grid, plan, next);
        return runCells(folder, grid, ComparisonRuns.none(folder));
    }

    /** Writes a comparison down as {@link #compare} does, without running it, and returns its folder. */
    RunFolder plan(List<Experiment> grid, ComparisonPlan plan, List<Experiment> next) {
        if (grid.isEmpty()) {
            throw new InvalidInput("", "there is nothing to compare: the grid has no cell");
        }
        ComparisonConditions conditions = Fairness.ofGrid(grid, plan.waived());
        Fairness.require(conditions);
        return comparisons.create(grid, plan.about(conditions.factors()), next);
    }

    /**
     * Resumes an interrupted comparison: trains the missing runs, finishes those that were interrupted or failed, and
     * draws the conclusion again.
     *
     * @throws InvalidInput if the folder is that of a run, or holds no cells
     */
    Comparison resume(RunFolder folder) {
        List<Experiment> grid = comparisons.cells(folder);
        ComparisonRuns made = ComparisonRuns.of(folder);
        made.begun().forEach(runs.recorded()::unchanged);
        boolean nothingIsLeft = SingleRun.isComplete(folder)
                && folder.status() == Status.FINISHED
                && made.begun().size() == grid.size()
                && made.begun().stream().allMatch(CellRun::isDone);
        return nothingIsLeft ? comparisons.again(folder, List.of()) : runCells(folder, grid, made);
    }

    /**
     * Runs one cell of a recorded comparison, resumes it, or finds it done. The comparison itself is left as it is.
     *
     * @param number the cell, counted from 1
     * @throws InvalidInput if there is no such cell, or its parts are not those that the comparison was planned with
     * @throws WorkFailed if another process works on this cell
     */
    Outcome cell(RunFolder folder, int number) {
        List<Experiment> grid = comparisons.plannedCells(folder);
        if (number < 1 || number > grid.size()) {
            throw new InvalidInput(
                    String.valueOf(number),
                    folder.path() + " has the cells 1 to " + grid.size() + "; name one of them");
        }
        try (RunSession session = RunSession.open(extensions)) {
            return new CellRun(
                            folder,
                            number,
                            grid.get(number - 1),
                            RunNames.of(grid).get(number - 1))
                    .run(runs, session, Optional.empty())
                    .orElseThrow(() -> new WorkFailed("another process works on cell " + number + " of " + folder.path()
                            + "; its result will be found there"));
        }
    }

    private Comparison runCells(RunFolder folder, List<Experiment> grid, ComparisonRuns made) {
        try (RunSession session = RunSession.open(extensions);
                Journal journal = Journal.open(folder.path())) {
            session.begin(folder, journal);
            List<String> names = RunNames.of(grid);
            List<Supplier<Optional<Outcome>>> work = new ArrayList<>();
            for (Experiment cell : grid) {
                String name = names.get(work.size());
                String announced = "run " + (work.size() + 1) + " of " + grid.size() + ": " + name;
                Optional<RunFolder> earlier = made.find(name);
                CellRun run = new CellRun(folder, work.size() + 1, cell, name);
                work.add(() -> {
                    if (session.isToStop()) {
                        return Optional.empty();
                    }
                    runs.progress().say(announced);
                    return run.run(runs, session, earlier);
                });
            }
            List<Outcome> outcomes = new CellExecutor(cells.in(grid)).all(work);
            if (!session.isToStop() && outcomes.size() < grid.size()) {
                throw new WorkFailed("other processes work on " + (grid.size() - outcomes.size()) + " cells of "
                        + folder.path() + "; once they have ended, conclude with gan resume " + folder.path());
            }
            return conclude(folder, journal, outcomes, session);
        }
    }

    private Comparison conclude(RunFolder folder, Journal journal, List<Outcome> outcomes, RunSession session) {
        Comparison comparison = comparisons.conclude(folder, outcomes);
        long millis = System.currentTimeMillis();
        Status status = session.isToStop() ? Status.KILLED : Status.FINISHED;
        folder.write(RunEnding.ofComparison(status, millis));
        boolean taken = EndActions.of(extensions, ComparisonEnd.POINT)
                .call(end -> end.ended(comparison), folder, journal, 0, millis);
        if (taken) {
            journal.ended(status, millis);
        }
        if (!taken || journal.lost() > 0) {
            throw new WorkFailed("the runs of " + folder.path() + " are saved, but the disk does not take all that"
                    + " belongs to the comparison; make space, then gan resume " + folder.path());
        }
        return comparison;
    }
}
