package org.gan4j.experiments.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.experiments.report.curve.ArmCurves;
import org.gan4j.experiments.report.curve.ReportedRun;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.HtmlTable;
import org.gan4j.experiments.report.page.Section;

/** The section on what differs between the arms, and, folded, what is the same in all runs. */
public final class SettingsSection {
    private static final String SEED = "seed";
    private static final String ABSENT = "–";

    private final List<ArmCurves> arms;
    private final Map<String, TreeSet<String>> values = new TreeMap<>();

    private SettingsSection(List<ArmCurves> arms) {
        this.arms = arms;
        List<ReportedRun> runs =
                arms.stream().flatMap(arm -> arm.runs().stream()).toList();
        runs.forEach(run -> run.record().settings().keySet().forEach(key -> values.put(key, new TreeSet<>())));
        values.remove(SEED);
        values.forEach((key, seen) -> runs.forEach(run -> seen.add(value(run, key))));
    }

    public static Section of(List<ArmCurves> arms) {
        return new SettingsSection(arms).section();
    }

    private Section section() {
        return new Section("settings", "Settings", difference(), same());
    }

    /** A single run has nothing to differ from. */
    private Html difference() {
        if (arms.size() < 2) {
            return Html.NOTHING;
        }
        List<String> differing = values.keySet().stream()
                .filter(key -> Objects.requireNonNull(values.get(key)).size() > 1)
                .toList();
        HtmlTable table = new HtmlTable("settings", heads());
        for (String key : differing) {
            List<Html> cells = new ArrayList<>();
            cells.add(Html.element("code", key));
            arms.forEach(arm -> cells.add(Html.element("code", ofArm(arm, key))));
            table.row(cells.toArray(Html[]::new));
        }
        return Html.all(Section.paragraph("p.said", sentence(differing)), table.html());
    }

    private String[] heads() {
        List<String> heads = new ArrayList<>(List.of("Setting"));
        arms.forEach(arm -> heads.add(arm.name()));
        return heads.toArray(String[]::new);
    }

    private static String sentence(List<String> differing) {
        return switch (differing.size()) {
            case 0 -> "The runs differ in the seed only.";
            case 1 ->
                "The arms differ in " + differing.get(0) + " only; everything else is the same, but for the seed.";
            default ->
                "The arms differ in " + differing.size() + " settings: " + String.join(", ", differing)
                        + ". A difference between their results may stem from any of these.";
        };
    }

    private static String ofArm(ArmCurves arm, String key) {
        return arm.runs().stream().map(run -> value(run, key)).distinct().collect(Collectors.joining(" | "));
    }

    private Html same() {
        HtmlTable table = new HtmlTable("settings", "Setting", "Value");
        values.forEach((key, seen) -> {
            if (seen.size() == 1) {
                table.row(Html.element("code", key), Html.element("code", seen.first()));
            }
        });
        String summary = arms.size() < 2 ? "All settings" : "What is the same in all runs";
        return table.isEmpty() ? Html.NOTHING : Section.folded(summary, table.html());
    }

    private static String value(ReportedRun run, String key) {
        return run.record().settings().getOrDefault(key, ABSENT);
    }
}
