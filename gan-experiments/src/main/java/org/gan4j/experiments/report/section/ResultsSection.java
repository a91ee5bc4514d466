package org.gan4j.experiments.report.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.gan4j.api.experiment.Comparison.Difference;
import org.gan4j.api.experiment.Comparison.Row;
import org.gan4j.api.metric.Measurement;
import org.gan4j.experiments.draw.Whisker;
import org.gan4j.experiments.report.curve.ArmCurves;
import org.gan4j.experiments.report.curve.Glossary;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.HtmlTable;
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.report.page.Section;
import org.gan4j.experiments.store.ComparisonRecord;

/** The main table of a comparison and that of the paired differences. No sentence says that an arm is ahead; the numbers do. */
public final class ResultsSection {
    /** Seeds below which an interval says nothing. */
    private static final int ENOUGH = 3;

    private final ComparisonRecord comparison;
    private static final int REFERENCE = -1;

    private final Map<String, Integer> colors = new LinkedHashMap<>();
    private final Glossary glossary;

    public ResultsSection(ComparisonRecord comparison, List<ArmCurves> arms) {
        this.comparison = comparison;
        glossary = Glossary.of(arms);
        arms.forEach(arm -> colors.put(arm.name(), arm.color()));
    }

    public Section table() {
        boolean few = comparison.rows().stream().anyMatch(row -> row.n() < ENOUGH && colors.containsKey(row.arm()));
        Html judged = means(Measurement::isEvaluation);
        Html others = means(metric -> !Measurement.isEvaluation(metric));
        boolean both = !judged.isEmpty() && !others.isEmpty();
        return new Section(
                "results",
                "Results",
                Section.paragraph(
                        "p.note",
                        "Mean of the last value over the finished runs of each arm, with its 95 % Student t interval"
                                + " over the seeds. Arms that share a letter in a metric are not distinguishable in it."),
                few ? Section.paragraph("p.note", missingInterval()) : Html.NOTHING,
                judged,
                both ? Section.folded("Signals of the training, last values", others) : others);
    }

    private static String missingInterval() {
        return "An arm with fewer than " + ENOUGH
                + " finished runs has no interval: so few seeds say nothing reliable about the spread between seeds.";
    }

    public Section differences() {
        Html judged = differences(Measurement::isEvaluation);
        Html others = differences(metric -> !Measurement.isEvaluation(metric));
        boolean both = !judged.isEmpty() && !others.isEmpty();
        Html tables =
                Html.all(judged, both ? Section.folded("Differences in signals of the training", others) : others);
        Html note = Section.paragraph(
                "p.note",
                "The differences are paired by seed: both runs of a pair saw the same data order and the same noise,"
                        + " so the rest is due to the arms. Where an interval includes 0, the two arms are not"
                        + " distinguishable. p is the p-value of the paired t test after Holm’s correction over all"
                        + " pairs and evaluations where a claim may be made. A difference with p below 0.05 can be"
                        + " claimed.");
        Html all = tables.isEmpty() ? tables : Html.all(note, tables, Section.folded("Two other tests", otherTests()));
        return new Section("differences", "Paired differences", all);
    }

    private Html means(Predicate<String> wanted) {
        HtmlTable table = new HtmlTable("results", "Arm", "Mean", "95 % interval", "Runs", "Group", "");
        Map<String, List<Row>> byMetric = new LinkedHashMap<>();
        comparison.rows().stream().filter(row -> wanted.test(row.metric())).forEach(row -> byMetric.computeIfAbsent(
                        row.metric(), metric -> new ArrayList<>())
                .add(row));
        byMetric.forEach((metric, rows) -> {
            table.group(heading(metric));
            Whisker whisker = Whisker.over(
                    rows.stream().flatMapToDouble(row -> DoubleStream.of(row.mean(), row.low(), row.high())));
            rows.forEach(row -> table.row(
                    arm(row.arm()),
                    Html.element("strong", NumberText.text(row.mean())),
                    Html.text(isExact(row) ? "" : interval(row.n(), row.low(), row.high())),
                    Html.text(isExact(row) ? "" : runs(row)),
                    Html.text(row.group()),
                    new Html(whisker.draw(row.mean(), row.low(), row.high(), color(row.arm())))));
        });
        return table.html();
    }

    private Html differences(Predicate<String> wanted) {
        HtmlTable table = new HtmlTable("results", "Difference", "Mean", "95 % interval", "p", "Pairs", "");
        Map<String, List<Difference>> byMetric = new LinkedHashMap<>();
        comparison.differences().stream()
                .filter(difference -> wanted.test(difference.metric()))
                .forEach(difference -> byMetric.computeIfAbsent(difference.metric(), metric -> new ArrayList<>())
                        .add(difference));
        byMetric.forEach((metric, differences) -> {
            table.group(heading(metric));
            Whisker whisker = Whisker.over(DoubleStream.concat(
                    DoubleStream.of(0),
                    differences.stream().flatMapToDouble(d -> DoubleStream.of(d.mean(), d.low(), d.high()))));
            differences.forEach(difference -> table.row(
                    Html.all(arm(difference.a()), Html.text(" − "), arm(difference.b())),
                    Html.element("strong", NumberText.text(difference.mean())),
                    Html.text(interval(difference.n(), difference.low(), difference.high()) + verdict(difference)),
                    Html.text(chance(difference)),
                    Html.text(String.valueOf(difference.n())),
                    new Html(whisker.draw(
                            difference.mean(), difference.low(), difference.high(), color(difference.a())))));
        });
        return table.html();
    }

    private Html heading(String metric) {
        if (metric.isEmpty()) {
            return Html.text("No run has a value");
        }
        String title = glossary.title(metric);
        String arrow = glossary.arrow(metric);
        String unit = glossary.unit(metric);
        return Html.all(
                Html.text(title + " "),
                title.equals(metric) ? Html.NOTHING : Html.element("code", metric),
                unit.isEmpty() ? Html.NOTHING : Html.element("span.aim", "in" + unit),
                arrow.isEmpty() ? Html.NOTHING : Html.element("span.aim", "aim " + arrow));
    }

    private Html arm(String name) {
        return Html.element("span.arm", Html.element("i.swatch.c" + color(name), ""), Html.text(name));
    }

    /** A row that is no arm, such as the untrained generator, has the colour of a reference. */
    private int color(String arm) {
        return colors.getOrDefault(arm, REFERENCE);
    }

    private static String interval(int n, double low, double high) {
        if (Double.isFinite(low) && Double.isFinite(high)) {
            return NumberText.interval(low, high);
        }
        return n < ENOUGH ? "none: n = " + n : "none";
    }

    /** Returns whether the value is that of a perfect sampler, which is known and not measured. */
    private boolean isExact(Row row) {
        return row.n() + row.failed() + row.diverged() == 0 && !colors.containsKey(row.arm());
    }

    private static String chance(Difference difference) {
        if (Double.isNaN(difference.p())) {
            return "none";
        }
        return Double.isNaN(difference.adjustedP())
                ? NumberText.text(difference.p()) + " without correction"
                : NumberText.text(difference.adjustedP());
    }

    private Html otherTests() {
        Html note = Section.paragraph(
                "p.note",
                "These tests do not decide. Sign flips: the p-value of the permutation test without correction;"
                        + " with n pairs it cannot be below 2/2ⁿ. Bootstrap: the 95 % percentile interval of the mean;"
                        + " with few seeds it is too narrow.");
        HtmlTable table = new HtmlTable("tests", "Difference", "Sign flips, p", "Bootstrap");
        comparison.differences().stream()
                .filter(difference -> !Double.isNaN(difference.p()))
                .forEach(difference -> table.row(
                        Html.text(difference.metric() + ": " + difference.a() + " − " + difference.b()),
                        Html.text(NumberText.text(difference.signFlip())),
                        Html.text(NumberText.interval(difference.bootstrapLow(), difference.bootstrapHigh()))));
        return Html.all(note, table.html());
    }

    private static String verdict(Difference difference) {
        if (!Double.isFinite(difference.low()) || !Double.isFinite(difference.high())) {
            return "";
        }
        if (difference.low() == 0 && difference.high() == 0) {
            return " · exactly 0";
        }
        return difference.low() <= 0 && difference.high() >= 0 ? " · includes 0" : " · excludes 0";
    }

    private static String runs(Row row) {
        return row.n()
                + (row.failed() > 0 ? " · " + row.failed() + " failed" : "")
                + (row.diverged() > 0 ? " · " + row.diverged() + " diverged" : "");
    }
}
