package org.gan4j.experiments.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.disk.DiskTrouble;
import org.gan4j.disk.WholeFolder;

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

    /**
     * Finds the runs of a comparison that was begun; they lie beside it. They are in the order of its cells, in whatever
     * order they were made.
     */
    public static ComparisonRuns of(RunFolder comparison) {
        String uid = comparison.record().uid();
        List<String> planned = ComparisonPlan.hashes(comparison.cells());
        List<RunFolder> runs = new ArrayList<>(RecordedRun.membersOf(uid, comparison.siblings())
                .sorted(Comparator.comparingInt((RecordedRun run) -> place(run, planned))
                        .thenComparingLong(run -> run.record().started()))
                .map(RecordedRun::folder)
                .toList());
        return new ComparisonRuns(comparison, runs);
    }

    /** Returns the place of a run's cell; a run of no cell comes last. */
    private static int place(RecordedRun run, List<String> planned) {
        int place = planned.indexOf(run.record().hash());
        return place < 0 ? planned.size() : place;
    }

    /** Returns the run of the first cell that has one. */
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

    /** Returns the run of a cell, if it was begun; a grid may contain an experiment twice, but no name. */
    public Optional<RunFolder> find(String name) {
        return runs.stream().filter(run -> run.record().name().equals(name)).findFirst();
    }

    /**
     * Returns the run of a cell, if it has been begun by now, perhaps by another process. This reads no other run's
     * record.
     *
     * @param stem what the name of the run's folder begins with
     */
    public static Optional<RunFolder> find(RunFolder comparison, String name, String stem) {
        Path home = Objects.requireNonNull(comparison.path().toAbsolutePath().getParent());
        List<Path> inside;
        try {
            inside = WholeFolder.list(home);
        } catch (IOException e) {
            throw DiskTrouble.reading(home, e);
        }
        List<RunFolder> named = inside.stream()
                .filter(path -> String.valueOf(path.getFileName()).startsWith(stem))
                .map(RunFolder::new)
                .filter(RunFolder::isRun)
                .toList();
        return RecordedRun.membersOf(comparison.record().uid(), named)
                .filter(run -> run.record().name().equals(name))
                .map(RecordedRun::folder)
                .findFirst();
    }
}
