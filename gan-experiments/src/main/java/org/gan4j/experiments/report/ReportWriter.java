package org.gan4j.experiments.report;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.experiments.compare.Comparisons;
import org.gan4j.experiments.store.RunFolder;

/** Writes reports of runs that have ended. */
public final class ReportWriter {
    private final Comparisons comparisons;

    @Inject
    ReportWriter(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    /**
     * Writes the report of a run or of a comparison anew; several runs become a new comparison.
     *
     * @param waived keys that the arms of a comparison may differ in besides its factors
     * @return the report
     * @throws org.gan4j.api.problem.InvalidInput if runs that are compared anew differ in more than a comparison is about, and that
     *     was not waived
     */
    public Path write(List<RunFolder> folders, List<String> waived) {
        RunFolder first = folders.get(0);
        if (folders.size() == 1 && first.record().kind().equals("run")) {
            return RunReport.write(first.path());
        }
        Comparison comparison =
                folders.size() == 1 ? comparisons.again(first, waived) : comparisons.ofRuns(folders, waived);
        return ComparisonReport.write(comparison.folder());
    }
}
