package org.gan4j.experiments.report.section;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gan4j.api.track.RunRecord;
import org.gan4j.api.track.RunRecord.PartRecord;
import org.gan4j.api.track.RunRecord.PluginRecord;
import org.gan4j.experiments.report.curve.ArmCurves;
import org.gan4j.experiments.report.curve.ReportedRun;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.HtmlTable;
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.report.page.Section;
import org.gan4j.experiments.store.RunEnding;

/** The section on what made the numbers, so that they can be reproduced: every run, its parts, the versions under it, the commands. */
public final class ProvenanceSection {
    private static final int SHORT = 12;

    private final List<ReportedRun> runs;

    private ProvenanceSection(List<ArmCurves> arms) {
        this.runs = arms.stream().flatMap(arm -> arm.runs().stream()).toList();
    }

    public static Section of(List<ArmCurves> arms) {
        return new ProvenanceSection(arms).section();
    }

    private Section section() {
        return new Section(
                "provenance",
                "Provenance",
                Section.folded("Runs", runTable()),
                Section.folded("Versions and machine", versions()),
                Section.folded("Parts and plug-ins", parts(), plugins()),
                Section.folded("Run it again", again()));
    }

    private Html runTable() {
        HtmlTable table =
                new HtmlTable("runs", "Run", "Status", "Steps", "Began", "Took", "Examples/s", "Experiment", "Weights");
        for (ReportedRun run : runs) {
            table.row(
                    Html.text(run.record().name()),
                    Html.text(run.status().toString()),
                    Html.text(NumberText.count(run.steps())),
                    Html.text(NumberText.time(run.record().started())),
                    Html.text(run.ending()
                            .map(ending -> NumberText.duration(
                                    ending.ended() - run.record().started()))
                            .orElse("–")),
                    Html.text(run.ending()
                            .map(ending -> NumberText.text(ending.samplesPerSecond()))
                            .orElse("–")),
                    hash(run.record().hash()),
                    hash(run.ending().map(RunEnding::weights).orElse("")));
        }
        return table.html();
    }

    private Html versions() {
        Map<String, Set<String>> all = new TreeMap<>();
        for (ReportedRun run : runs) {
            run.record().versions().forEach((name, version) -> add(all, name, version));
            add(all, "commit", run.record().commit());
            add(all, "device", run.record().device());
        }
        HtmlTable table = new HtmlTable("settings", "What", "Version");
        all.forEach((name, seen) -> table.row(name, String.join(" | ", seen)));
        return table.html();
    }

    private static void add(Map<String, Set<String>> all, String name, String value) {
        if (!value.isEmpty()) {
            all.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(value);
        }
    }

    private Html parts() {
        HtmlTable table = new HtmlTable("parts", "Key", "Part", "Class", "Module", "Jar");
        for (PartRecord part : distinct(RunRecord::parts)) {
            table.row(
                    Html.element("code", part.key()),
                    Html.text(part.name()),
                    Html.element("code", part.type()),
                    Html.element("code", part.module()),
                    hash(part.jar()));
        }
        return table.html();
    }

    private Html plugins() {
        HtmlTable table = new HtmlTable("parts", "Plug-in", "Version", "Jar", "SHA-256");
        for (PluginRecord plugin : distinct(RunRecord::plugins)) {
            table.row(
                    Html.element("code", plugin.id()),
                    Html.text(plugin.version()),
                    Html.element("code", plugin.jar()),
                    hash(plugin.sha256()));
        }
        return table.html();
    }

    private <V> List<V> distinct(Function<RunRecord, List<V>> of) {
        Set<V> distinct = new LinkedHashSet<>();
        runs.forEach(run -> distinct.addAll(of.apply(run.record())));
        return new ArrayList<>(distinct);
    }

    private Html again() {
        String commands = runs.stream()
                .map(run -> "gan train "
                        + run.folder().experimentYaml().toAbsolutePath().normalize())
                .collect(Collectors.joining("\n"));
        return Html.all(
                Section.paragraph(
                        "p.note",
                        "Each run’s folder holds its resolved experiment. On the same machine’s CPU the weights are the"
                                + " same to the bit."),
                Html.element("pre", commands));
    }

    private static Html hash(String hash) {
        return hash.length() <= SHORT
                ? Html.element("code", hash)
                : Html.element("code", hash.substring(0, SHORT) + "…").with("title", hash);
    }
}
