package org.gan4j.experiments.report.section;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.experiments.report.curve.ArmCurves;
import org.gan4j.experiments.report.curve.ReportedRun;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.Section;
import org.gan4j.experiments.store.CodePicture;

/** What the classes and codes of the prior do at the end. */
public final class CodesSection {
    private CodesSection() {}

    /** Returns the section; it is empty where no run has codes. */
    public static Section of(List<ArmCurves> arms) {
        return LastPictures.section("codes", "Classes and codes", arms, CodesSection::figures);
    }

    private static List<Html> figures(ReportedRun run) {
        List<Html> figures = new ArrayList<>();
        for (CodePicture kind : CodePicture.values()) {
            kind.latest(run.folder())
                    .ifPresent(png -> figures.add(LastPictures.figure(
                            kind == CodePicture.PLANES ? "figure.wide" : "figure", png, caption(kind))));
        }
        return figures;
    }

    private static String caption(CodePicture kind) {
        return switch (kind) {
            case CLASSES -> "The same noise in a row, the same class in a column.";
            case PLANES ->
                "Two codes from -1 to 1, the first one downwards and the second to the right, in a block for each class;"
                        + " all other values of the latent draw are 0.";
        };
    }
}
