package org.gan4j.experiments.report.section;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gan4j.experiments.report.curve.ArmCurves;
import org.gan4j.experiments.report.curve.ReportedRun;
import org.gan4j.experiments.report.page.EmbeddedPicture;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.Section;

/** A section with pictures of the end: of each arm those of its first run that has some. */
final class LastPictures {
    private LastPictures() {}

    /** Returns the section; it is empty where no run has pictures. */
    static Section section(String id, String title, List<ArmCurves> arms, Function<ReportedRun, List<Html>> figures) {
        List<Html> content = new ArrayList<>();
        for (ArmCurves arm : arms) {
            List<Html> its = ofFirst(arm, figures);
            if (!its.isEmpty() && arms.size() > 1) {
                content.add(Html.element("h3", arm.name()));
            }
            content.addAll(its);
        }
        return new Section(
                id, title, content.isEmpty() ? Html.NOTHING : Html.element("div.pictures", Html.all(content)));
    }

    private static List<Html> ofFirst(ArmCurves arm, Function<ReportedRun, List<Html>> figures) {
        return arm.runs().stream()
                .map(figures)
                .filter(its -> !its.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Returns a picture with a caption below it. */
    static Html figure(String kind, Path png, String caption) {
        return Html.element(kind, EmbeddedPicture.of(png, caption), Html.element("figcaption", caption));
    }
}
