package org.gan4j.experiments.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;

/** The runs of a comparison, found by the parent that they name; this works for an interrupted comparison as well. */
public final class ComparisonRuns {
    private final RunFolder comparison;
    private final List<RunFolder> runs;

    private ComparisonRuns(RunFolder comparison, List<RunFolder> runs) {
        this.comparison = comparison;
        this.runs = runs;
    }

    /** Creates the runs of a comparison that begins now. */
    public static ComparisonRuns none(RunFolder comparison) {
        return new ComparisonRuns(comparison, new ArrayList<>());
    }

    /** Finds the runs of a comparison that was begun; they lie beside it. */
    public static ComparisonRuns of(RunFolder comparison) {
        String uid = comparison.record().uid();
        List<RunFolder> runs = new ArrayList<>(RecordedRun.membersOf(uid, comparison.siblings())
                .sorted(Comparator.comparingLong(run -> run.record().started()))
                .map(RecordedRun::folder)
                .toList());
        return new ComparisonRuns(comparison, runs);
    }

    /** Returns the run that began before all others. */
    public Optional<RunFolder> first() {
        return runs.stream().findFirst();
    }

    /** Returns the runs that lie beside the comparison. */
    public List<RunFolder> begun() {
        return List.copyOf(runs);
    }

    /** Returns all runs; a comparison of existing runs records where they are. */
    public List<RunFolder> all() {
        if (!runs.isEmpty()) {
            return List.copyOf(runs);
        }
        List<RunFolder> named =
                comparison.comparison().map(record -> folders(record)).orElse(List.of());
        if (named.isEmpty()) {
            throw new InvalidInput(comparison.path().toString(), "none of its runs lies beside it");
        }
        return named;
    }

    private List<RunFolder> folders(ComparisonRecord record) {
        return record.folders(comparison.path()).stream().map(RunFolder::open).toList();
    }

    /** Takes the run of a cell, if it was begun. Each run is taken once, because a grid may contain a cell twice. */
    public Optional<RunFolder> take(Experiment cell) {
        for (Iterator<RunFolder> left = runs.iterator(); left.hasNext(); ) {
            RunFolder run = left.next();
            if (run.record().hash().equals(cell.hash())) {
                left.remove();
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }
}
