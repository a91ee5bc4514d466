package org.gan4j.experiments.report.section;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.experiments.report.curve.ArmCurves;
import org.gan4j.experiments.report.curve.ReportedRun;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.store.RunEnding;

/** Every run that did not finish, by name and with its reason, so that no run is dropped silently. */
public final class UnfinishedRuns {
    private UnfinishedRuns() {}

    public static Html of(List<ArmCurves> arms) {
        List<Html> items = new ArrayList<>();
        for (ArmCurves arm : arms) {
            arm.unfinished().forEach(run -> items.add(item(run)));
        }
        if (items.isEmpty()) {
            return Html.NOTHING;
        }
        return Html.element(
                "aside.trouble",
                Html.element(
                        "h2",
                        NumberText.count(items.size(), "run") + (items.size() == 1 ? " has" : " have")
                                + " not finished"),
                Html.element("ul", Html.all(items)));
    }

    private static Html item(ReportedRun run) {
        String reason = run.ending().map(RunEnding::reason).orElse("");
        return Html.element(
                "li",
                Html.element("strong", run.record().name()),
                Html.text(": " + run.status() + " at step " + NumberText.count(run.steps())
                        + (reason.isEmpty() ? "" : " – " + reason)));
    }
}
