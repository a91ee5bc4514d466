package org.gan4j.experiments.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.problem.InvalidInput;
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
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.report.page.Page;
import org.gan4j.experiments.report.page.Section;
import org.gan4j.experiments.report.section.Alarms;
import org.gan4j.experiments.report.section.CodesSection;
import org.gan4j.experiments.report.section.FairnessSection;
import org.gan4j.experiments.report.section.Narration;
import org.gan4j.experiments.report.section.NeighboursSection;
import org.gan4j.experiments.report.section.ProtocolSection;
import org.gan4j.experiments.report.section.ProvenanceSection;
import org.gan4j.experiments.report.section.ResultsSection;
import org.gan4j.experiments.report.section.SettingsSection;
import org.gan4j.experiments.report.section.UnfinishedRuns;
import org.gan4j.experiments.report.sweep.Sweep;
import org.gan4j.experiments.store.ComparisonRecord;
import org.gan4j.experiments.store.RunFolder;

/** The report of a comparison: its conclusion first, then the evidence. */
public final class ComparisonReport {
    private static final int NAMED = 3;

    private ComparisonReport() {}

    /**
     * Writes the report, from the files of the comparison and its runs.
     *
     * @return the report
     * @throws InvalidInput if the folder is no comparison, or one of its runs is gone
     */
    public static Path write(Path comparisonFolder) {
        ComparisonRecord comparison = new RunFolder(comparisonFolder)
                .comparison()
                .orElseThrow(() -> new InvalidInput(
                        comparisonFolder.toString(), "is not the folder of a comparison: it holds no comparison.json"));
        return write(comparisonFolder, comparison, comparison.folders(comparisonFolder));
    }

    private static Path write(Path folder, ComparisonRecord comparison, List<Path> runFolders) {
        List<ReportedRun> runs = ReportedRun.readAll(runFolders);
        List<ArmCurves> arms = ArmCurves.of(runs);
        List<Chart.Group> groups = Charts.of(arms);
        Gallery gallery = Gallery.of(arms, ChartData.PICTURES);
        ResultsSection results = new ResultsSection(comparison, arms);
        List<Section> sections = new ArrayList<>();
        sections.add(results.table());
        sections.add(results.differences());
        sections.add(sweep(folder, arms));
        sections.add(SamplesSection.of(gallery));
        sections.add(CodesSection.of(arms));
        sections.add(NeighboursSection.of(arms));
        sections.addAll(ChartSections.of(groups, group -> Narration.of(group, arms)));
        sections.add(GameSection.of(arms));
        sections.add(FairnessSection.of(comparison, arms));
        sections.add(SettingsSection.of(arms));
        sections.add(ProtocolSection.of(arms));
        sections.add(ProvenanceSection.of(arms));
        String title = title(runs, arms);
        Html body = Html.all(
                head(title, runs, arms),
                Html.element("p.conclusion", comparison.conclusion()),
                UnfinishedRuns.of(arms),
                Alarms.of(arms),
                Section.all(sections),
                closing(comparison, arms));
        return new Page(title, body, ChartData.of(groups, gallery)).write(new RunFolder(folder).report());
    }

    /** The section for arms that differ in a number; its drawings also lie beside the report. */
    private static Section sweep(Path folder, List<ArmCurves> arms) {
        Optional<Sweep> sweep = Sweep.of(arms);
        sweep.ifPresent(along -> along.write(new RunFolder(folder).artifacts()));
        return new Section(
                "sweep",
                sweep.map(along -> "Along " + along.key()).orElse("Along a number"),
                sweep.map(along -> along.html(Glossary.of(arms))).orElse(Html.NOTHING));
    }

    private static String title(List<ReportedRun> runs, List<ArmCurves> arms) {
        String experiments =
                runs.stream().map(run -> run.record().experiment()).distinct().collect(Collectors.joining(", "));
        return experiments + ": "
                + (arms.size() <= NAMED
                        ? arms.stream().map(ArmCurves::name).collect(Collectors.joining(" and "))
                        : arms.size() + " arms");
    }

    private static Html head(String title, List<ReportedRun> runs, List<ArmCurves> arms) {
        long seeds =
                runs.stream().mapToLong(run -> run.record().seed()).distinct().count();
        List<String> facts = new ArrayList<>(List.of(
                NumberText.count(arms.size(), "arm"),
                NumberText.count(seeds, "seed"),
                NumberText.count(runs.size(), "run"),
                NumberText.count(
                                runs.stream()
                                        .mapToLong(ReportedRun::steps)
                                        .max()
                                        .orElse(0),
                                "step") + " each"));
        runs.stream()
                .map(run -> run.record().device())
                .filter(device -> !device.isEmpty())
                .distinct()
                .forEach(facts::add);
        runs.stream()
                .mapToLong(run -> run.record().started())
                .min()
                .ifPresent(began -> facts.add(NumberText.time(began)));
        return Html.element(
                "header",
                Html.element("p.kind", "gan4j comparison"),
                Html.element("h1", title),
                Html.element("p.facts", String.join(" · ", facts)));
    }

    /** The footer: how far the numbers reach. */
    private static Html closing(ComparisonRecord comparison, List<ArmCurves> arms) {
        long metrics = comparison.differences().stream()
                .map(Comparison.Difference::metric)
                .distinct()
                .count();
        String chance = metrics < 2
                ? ""
                : " Among the intervals of " + metrics
                        + " metrics, about one in twenty misses its true value by chance.";
        int n = arms.stream().mapToInt(arm -> arm.finished().size()).min().orElse(0);
        return Html.element(
                "footer",
                Html.element("h2", "What can be concluded, and what cannot"),
                Html.element("p", comparison.conclusion()),
                Html.element(
                        "p",
                        "The intervals cover the spread between seeds (at least " + n
                                + " an arm) on this data, with these nets,"
                                + " rates and this budget." + chance
                                + " They say nothing about other data, settings and budgets. Curves and pictures"
                                + " illustrate; they prove nothing."));
    }
}
