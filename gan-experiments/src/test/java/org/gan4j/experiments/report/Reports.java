package org.gan4j.experiments.report;

import java.nio.file.Path;
import org.gan4j.experiments.store.RunFolder;

/** Writes the report that a folder asks for. */
public final class Reports {
    private Reports() {}

    /**
     * Writes the report of a run or of a comparison again, from its files alone.
     *
     * @return the report
     * @throws org.gan4j.api.problem.InvalidInput if there is neither in the folder
     */
    public static Path write(Path folder) {
        return RunFolder.open(folder).comparison().isPresent()
                ? ComparisonReport.write(folder)
                : RunReport.write(folder);
    }
}
