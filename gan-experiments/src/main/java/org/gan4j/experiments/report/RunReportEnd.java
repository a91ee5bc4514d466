package org.gan4j.experiments.report;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.end.EndedRun;
import org.gan4j.api.end.RunEnd;
import org.gan4j.api.part.About;

/** Writes the report of a run that has ended. */
@About("report.html of the run")
public record RunReportEnd() implements RunEnd {
    @Override
    public List<Path> ended(EndedRun run) {
        return List.of(RunReport.write(run.outcome().folder()));
    }
}
