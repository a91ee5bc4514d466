package org.gan4j.experiments.store;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Outcome;

/**
 * The stored result of a grid of runs, {@code comparison.json}: a {@link Comparison} with its runs as paths.
 *
 * @param runs the run folders, relative to the comparison's folder if possible, so that both may be moved together
 * @param conditions the settings and facts that the arms share or differ in
 * @param tuning the tuning of the arms, if they were tuned
 */
public record ComparisonRecord(
        List<String> runs,
        List<Comparison.Row> rows,
        List<Comparison.Difference> differences,
        String table,
        String conclusion,
        ComparisonConditions conditions,
        TuningRecord tuning) {
    public ComparisonRecord {
        // Records of earlier versions lack these.
        conditions = conditions == null ? ComparisonConditions.unknown() : conditions;
        tuning = tuning == null ? TuningRecord.none() : tuning;
    }

    /** Creates a record without conditions and tuning. */
    public ComparisonRecord(
            List<String> runs,
            List<Comparison.Row> rows,
            List<Comparison.Difference> differences,
            String table,
            String conclusion) {
        this(runs, rows, differences, table, conclusion, ComparisonConditions.unknown(), TuningRecord.none());
    }

    public static ComparisonRecord of(Comparison comparison, ComparisonConditions conditions, TuningRecord tuning) {
        return new ComparisonRecord(
                comparison.outcomes().stream()
                        .map(Outcome::folder)
                        .map(run -> relative(comparison.folder(), run))
                        .toList(),
                comparison.rows(),
                comparison.differences(),
                comparison.table(),
                comparison.conclusion(),
                conditions,
                tuning);
    }

    /** Returns the run folders, given the comparison's. */
    public List<Path> folders(Path comparison) {
        return runs.stream().map(run -> comparison.resolve(run).normalize()).toList();
    }

    static String relative(Path from, Path to) {
        Path here = from.toAbsolutePath().normalize();
        Path there = to.toAbsolutePath().normalize();
        boolean sameRoot = here.getRoot().equals(there.getRoot());
        return (sameRoot ? here.relativize(there) : there).toString().replace('\\', '/');
    }
}
