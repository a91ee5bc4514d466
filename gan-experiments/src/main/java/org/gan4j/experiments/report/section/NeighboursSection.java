package org.gan4j.experiments.report.section;

import java.util.List;
import org.gan4j.experiments.report.curve.ArmCurves;
import org.gan4j.experiments.report.curve.ReportedRun;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.Section;

/** Generated pictures above the training pictures that are nearest to them, at the end. */
public final class NeighboursSection {
    private static final String CAPTION =
            "The upper row shows generated pictures. Below each stand the training pictures nearest to it, the nearest first,"
                    + " by the Euclidean distance of their pixels. Of more than 50,000 training pictures, 50,000 chosen at"
                    + " random are looked at.";

    private NeighboursSection() {}

    /** Returns the section; it is empty where no run has such pictures. */
    public static Section of(List<ArmCurves> arms) {
        return LastPictures.section("neighbours", "Nearest training pictures", arms, NeighboursSection::figures);
    }

    private static List<Html> figures(ReportedRun run) {
        return run.folder().latestNeighbours().map(png -> LastPictures.figure("figure.wide", png, CAPTION)).stream()
                .toList();
    }
}
