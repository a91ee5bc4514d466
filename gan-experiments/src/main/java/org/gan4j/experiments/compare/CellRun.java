package org.gan4j.experiments.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.disk.DiskTrouble;
import org.gan4j.experiments.run.RunNames;
import org.gan4j.experiments.run.RunSession;
import org.gan4j.experiments.run.SingleRun;
import org.gan4j.experiments.store.ComparisonRuns;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.FolderLock;

/**
 * The work on one cell of a comparison. Among all processes that see the comparison's folder, one at a time works on a
 * cell, and a cell has one run.
 *
 * @param number the cell, counted from 1
 * @param name   of the cell's run
 */
record CellRun(RunFolder comparison, int number, Experiment experiment, String name) {
    /**
     * Runs the cell, resumes it, or finds it done.
     *
     * @param known the cell's run, if the caller has found it already
     * @return the outcome; empty if another process works on the cell
     */
    Optional<Outcome> run(SingleRun runs, RunSession session, Optional<RunFolder> known) {
        Path file = comparison.cellLock(number);
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Optional<FolderLock> lock = FolderLock.take(file);
            if (lock.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(known.or(this::begun)
                        .map(run -> isDone(run) ? runs.recorded().outcome(run) : runs.resume(run, session))
                        .orElseGet(() ->
                                runs.begin(experiment, name, comparison.record().uid(), session)));
            } finally {
                lock.get().close();
            }
        } catch (IOException e) {
            throw DiskTrouble.writing(file, e);
        }
    }

    private Optional<RunFolder> begun() {
        return ComparisonRuns.find(comparison, name, RunNames.stem(name));
    }

    /** Returns whether a run ended by itself, so that running it again would change nothing. */
    static boolean isDone(RunFolder run) {
        Status status = run.status();
        return (status == Status.FINISHED || status == Status.DIVERGED) && SingleRun.isComplete(run);
    }
}
