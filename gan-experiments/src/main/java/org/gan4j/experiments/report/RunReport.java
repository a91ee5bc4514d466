package org.gan4j.experiments.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gan4j.api.metric.Measurement;
import org.gan4j.experiments.report.curve.ArmCurves;
import org.gan4j.experiments.report.curve.Chart;
import org.gan4j.experiments.report.curve.ChartData;
import org.gan4j.experiments.report.curve.ChartSections;
import org.gan4j.experiments.report.curve.Charts;
import org.gan4j.experiments.report.curve.Gallery;
import org.gan4j.experiments.report.curve.Glossary;
import org.gan4j.experiments.report.curve.ReportedRun;
import org.gan4j.experiments.report.curve.SamplesSection;
import org.gan4j.experiments.report.learn.GameSection;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.HtmlTable;
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.report.page.Page;
import org.gan4j.experiments.report.page.Section;
import org.gan4j.experiments.report.section.Alarms;
import org.gan4j.experiments.report.section.CodesSection;
import org.gan4j.experiments.report.section.Narration;
import org.gan4j.experiments.report.section.NeighboursSection;
import org.gan4j.experiments.report.section.ProtocolSection;
import org.gan4j.experiments.report.section.ProvenanceSection;
import org.gan4j.experiments.report.section.SettingsSection;
import org.gan4j.experiments.report.section.UnfinishedRuns;
import org.gan4j.experiments.store.RunEnding;

/** The report of one run. */
public final class RunReport {
    private RunReport() {}

    /**
     * Writes {@code report.html} from the run's files, also while it is still running.
     *
     * @return the report
     * @throws org.gan4j.api.problem.InvalidInput if the folder is no run
     */
    public static Path write(Path runFolder) {
        ReportedRun run = ReportedRun.read(runFolder);
        List<ArmCurves> arms = ArmCurves.of(List.of(run));
        List<Chart.Group> groups = Charts.of(arms);
        Gallery gallery = Gallery.of(arms, ChartData.PICTURES);
        List<Section> sections = new ArrayList<>();
        sections.add(results(run, Glossary.of(arms)));
        sections.add(SamplesSection.of(gallery));
        sections.add(CodesSection.of(arms));
        sections.add(NeighboursSection.of(arms));
        sections.addAll(ChartSections.of(groups, group -> Narration.of(group, arms)));
        sections.add(GameSection.of(run.folder()));
        sections.add(SettingsSection.of(arms));
        sections.add(ProtocolSection.of(arms));
        sections.add(ProvenanceSection.of(arms));
        String title = run.record().experiment() + ": " + run.record().name();
        Html body =
                Html.all(head(run, title), UnfinishedRuns.of(arms), Alarms.of(arms), Section.all(sections), closing());
        return new Page(title, body, ChartData.of(groups, gallery))
                .write(run.folder().report());
    }

    private static Html head(ReportedRun run, String title) {
        String facts = List.of(
                        run.status().toString(),
                        NumberText.count(run.steps(), "step"),
                        "seed " + run.record().seed(),
                        run.record().device(),
                        NumberText.time(run.record().started()))
                .stream()
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · "));
        return Html.element(
                "header",
                Html.element("p.kind", "gan4j run"),
                Html.element("h1", title),
                Html.element("p.facts", facts));
    }

    private static Section results(ReportedRun run, Glossary glossary) {
        Map<String, Double> last = new TreeMap<>();
        run.metrics().forEach((name, series) -> last.put(name, series.last()));
        run.ending().ifPresent(ending -> last.putAll(ending.metrics()));
        Map<String, Measurement> measured = run.ending().map(RunEnding::measurements).orElse(List.of()).stream()
                .collect(Collectors.toMap(Measurement::key, measurement -> measurement, (a, b) -> b, TreeMap::new));
        measured.forEach((name, measurement) -> last.put(name, measurement.value()));
        HtmlTable judged = new HtmlTable("results", "Metric", "Value", "± standard error", "Samples");
        HtmlTable others = new HtmlTable("results", "Metric", "Value");
        last.forEach((name, value) -> {
            if (Measurement.isEvaluation(name) || measured.containsKey(name)) {
                Optional<Measurement> measurement = Optional.ofNullable(measured.get(name));
                judged.row(
                        heading(name, glossary),
                        Html.element("strong", NumberText.text(value) + glossary.unit(name)),
                        Html.text(measurement
                                .map(m -> NumberText.text(m.standardError()))
                                .orElse("–")),
                        Html.text(measurement.map(RunReport::samples).orElse("–")));
            } else {
                others.row(
                        heading(name, glossary), Html.element("strong", NumberText.text(value) + glossary.unit(name)));
            }
        });
        Html signals = judged.isEmpty()
                ? others.html()
                : Section.folded("Signals of the training, last values", others.html());
        return new Section("results", "Results", judged.html(), others.isEmpty() ? Html.NOTHING : signals);
    }

    private static Html heading(String metric, Glossary glossary) {
        String title = glossary.title(metric);
        String arrow = glossary.arrow(metric);
        return title.equals(metric)
                ? Html.element("code", metric)
                : Html.all(
                        Html.text(title + " "),
                        Html.element("code", metric),
                        arrow.isEmpty() ? Html.NOTHING : Html.element("span.aim", "aim " + arrow));
    }

    private static String samples(Measurement measurement) {
        String settings = measurement.details().entrySet().stream()
                .map(setting -> ", " + setting.getKey() + " = " + NumberText.text(setting.getValue()))
                .collect(Collectors.joining());
        return NumberText.count(measurement.samples()) + ", " + measurement.split() + settings;
    }

    private static Html closing() {
        return Html.element(
                "footer",
                Html.element(
                        "p",
                        "This is one run with one seed. It shows what happened here. It says nothing about what"
                                + " another seed would give or about which loss to prefer. For that, compare several"
                                + " seeds of each loss."));
    }
}
