package org.gan4j.experiments.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.gan4j.experiments.report.curve.ArmCurves;
import org.gan4j.experiments.report.curve.ReportedRun;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.store.AlarmLog;
import org.gan4j.experiments.store.MetricSeries;

/** The runs in which the collapse alarm was on, each with the step; for several runs also the count of each arm. */
public final class Alarms {
    private Alarms() {}

    public static Html of(List<ArmCurves> arms) {
        List<Html> items = new ArrayList<>();
        arms.forEach(arm -> arm.runs().forEach(run -> item(run).ifPresent(items::add)));
        if (items.isEmpty()) {
            return Html.NOTHING;
        }
        boolean several = arms.stream().mapToInt(arm -> arm.runs().size()).sum() > 1;
        return Html.element(
                "aside.trouble",
                Html.element("h2", "The collapse alarm was on"),
                several ? Html.element("p", counts(arms)) : Html.NOTHING,
                Html.element("ul", Html.all(items)));
    }

    private static String counts(List<ArmCurves> arms) {
        return arms.stream()
                        .map(arm -> arm.name() + ": in "
                                + arm.runs().stream()
                                        .filter(run -> AlarmLog.firstAlarm(run.metrics())
                                                .isPresent())
                                        .count()
                                + " of " + NumberText.count(arm.runs().size(), "run"))
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private static Optional<Html> item(ReportedRun run) {
        OptionalLong first = AlarmLog.firstAlarm(run.metrics());
        if (first.isEmpty()) {
            return Optional.empty();
        }
        MetricSeries alarm = Objects.requireNonNull(run.metrics().get(AlarmLog.METRIC));
        return Optional.of(Html.element(
                "li",
                Html.element("strong", run.record().name()),
                Html.text(": for the first time at step " + NumberText.count(first.getAsLong())
                        + (alarm.last() == 1
                                ? ", and still at the end: its samples vary too little to follow the data."
                                : ", but no longer at the end."))));
    }
}
