package org.gan4j.experiments.store;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.run.Comparison;
import org.gan4j.api.run.Outcome;

/**
 * What a grid of runs says: {@code comparison.json}. A {@link Comparison} with its runs as paths.
 *
 * @param runs the run folders, relative to the comparison's folder where they can be, so that both may be moved together
 * @param conditions what the arms share and where they differ
 * @param tuning     what each arm was tuned by, if it was
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

    /** Of arms that nothing more is known of. */
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

    /** The run folders, given the comparison's. */
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
