package org.gan4j.experiments.report;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.end.ComparisonEnd;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.part.About;

/** Writes the report of a comparison that has ended. */
@About("report.html of the comparison")
public record ComparisonReportEnd() implements ComparisonEnd {
    @Override
    public List<Path> ended(Comparison comparison) {
        return List.of(ComparisonReport.write(comparison.folder()));
    }
}
