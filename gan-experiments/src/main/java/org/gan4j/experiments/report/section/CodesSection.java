package org.gan4j.experiments.report.section;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.experiments.report.curve.ArmCurves;
import org.gan4j.experiments.report.curve.ReportedRun;
import org.gan4j.experiments.report.page.EmbeddedPicture;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.Section;
import org.gan4j.experiments.store.CodePicture;

/** What the codes of the prior do at the end: of each arm the pictures of its first run that has some. */
public final class CodesSection {
    private CodesSection() {}

    /** Returns the section; it is empty where no run has codes. */
    public static Section of(List<ArmCurves> arms) {
        List<Html> content = new ArrayList<>();
        for (ArmCurves arm : arms) {
            List<Html> figures = figures(arm);
            if (!figures.isEmpty() && arms.size() > 1) {
                content.add(Html.element("h3", arm.name()));
            }
            content.addAll(figures);
        }
        return new Section(
                "codes", "Codes", content.isEmpty() ? Html.NOTHING : Html.element("div.pictures", Html.all(content)));
    }

    private static List<Html> figures(ArmCurves arm) {
        return arm.runs().stream()
                .map(CodesSection::figures)
                .filter(figures -> !figures.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Html> figures(ReportedRun run) {
        List<Html> figures = new ArrayList<>();
        for (CodePicture kind : CodePicture.values()) {
            kind.latest(run.folder())
                    .ifPresent(png -> figures.add(Html.element(
                            kind == CodePicture.PLANES ? "figure.wide" : "figure",
                            EmbeddedPicture.of(png, caption(kind)),
                            Html.element("figcaption", caption(kind)))));
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
