package org.gan4j.experiments.report.section;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gan4j.experiments.report.curve.ArmCurves;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.HtmlTable;
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.report.page.Section;
import org.gan4j.experiments.store.ComparisonConditions;
import org.gan4j.experiments.store.ComparisonConditions.Fact;
import org.gan4j.experiments.store.ComparisonConditions.Standing;
import org.gan4j.experiments.store.ComparisonRecord;
import org.gan4j.experiments.store.TuningRecord;

/** The section on what makes a comparison of arms fair: what they share, where they differ, what was waived, how each was tuned. */
public final class FairnessSection {
    private static final int LONG = 16;

    private final ComparisonConditions conditions;
    private final TuningRecord tuning;
    private final List<ArmCurves> arms;

    private FairnessSection(ComparisonRecord comparison, List<ArmCurves> arms) {
        this.conditions = comparison.conditions();
        this.tuning = comparison.tuning();
        this.arms = arms;
    }

    public static Section of(ComparisonRecord comparison, List<ArmCurves> arms) {
        return new FairnessSection(comparison, arms).section();
    }

    private Section section() {
        return new Section(
                "sharing",
                "What the arms share and where they differ",
                conditions.facts().isEmpty() ? Html.NOTHING : Html.all(said(), facts(), tuned()));
    }

    private Html said() {
        List<Html> sentences = new ArrayList<>();
        if (!conditions.factors().isEmpty()) {
            sentences.add(Html.element("p.said", "Compared: " + String.join(" and ", conditions.factors()) + "."));
        }
        say(sentences, Standing.WAIVED, "Waived, so a difference between results may stem from it: ");
        say(sentences, Standing.UNDECLARED, "Neither declared nor waived, so a difference may stem from it: ");
        return Html.all(sentences);
    }

    private void say(List<Html> sentences, Standing standing, String intro) {
        List<Fact> facts = conditions.facts(standing).stream()
                .filter(fact -> !isTuned(fact))
                .toList();
        if (!facts.isEmpty()) {
            String keys = facts.stream().map(Fact::key).collect(Collectors.joining(", "));
            sentences.add(Html.element("p.said", intro + keys + "."));
        }
    }

    private Html facts() {
        List<String> heads = new ArrayList<>(List.of("Fact"));
        arms.forEach(arm -> heads.add(arm.name()));
        heads.add("");
        HtmlTable table = new HtmlTable("settings", heads.toArray(String[]::new));
        for (Fact fact : conditions.facts()) {
            List<Html> cells = new ArrayList<>(List.of(Html.element("code", fact.key())));
            arms.forEach(arm -> cells.add(Html.element("code", value(fact.arms().getOrDefault(arm.name(), "–")))));
            cells.add(Html.text(isTuned(fact) ? "tuned for each arm" : word(fact.standing())));
            table.row(cells.toArray(Html[]::new));
        }
        return table.html();
    }

    private boolean isTuned(Fact fact) {
        return fact.key().equals(tuning.key()) && fact.standing() == Standing.WAIVED;
    }

    /** Shortens a digest to its first digits. */
    private static String value(String value) {
        return value.matches("[0-9a-f]{64}") ? value.substring(0, LONG) : value;
    }

    private static String word(Standing standing) {
        return switch (standing) {
            case SHARED -> "the same";
            case FACTOR -> "compared";
            case FOLLOWS -> "follows from what is compared or waived";
            case WAIVED -> "waived";
            case UNDECLARED -> "undeclared";
        };
    }

    private Html tuned() {
        if (tuning.isNone()) {
            return Html.NOTHING;
        }
        Set<String> values = new LinkedHashSet<>();
        tuning.arms().forEach(arm -> arm.tried().forEach(tried -> values.add(tried.value())));
        List<String> heads = new ArrayList<>(List.of("Arm"));
        heads.addAll(values);
        heads.add("Chosen");
        HtmlTable table = new HtmlTable("results", heads.toArray(String[]::new));
        for (TuningRecord.Arm arm : tuning.arms()) {
            List<Html> cells = new ArrayList<>(List.of(Html.text(arm.arm())));
            arm.tried().forEach(tried -> cells.add(Html.text(tried(tried))));
            cells.add(Html.element("strong", chosen(arm)));
            table.row(cells.toArray(Html[]::new));
        }
        int each = values.size() * tuning.seeds().size();
        return Html.all(
                Html.element(
                        "p.note",
                        "Each arm ran at its own tuned " + tuning.key() + ": the one with the " + tuning.goal()
                                + " mean "
                                + tuning.metric() + " over the seeds " + tuning.seeds()
                                + ", which the comparison does not use; " + NumberText.count(each, "run")
                                + " an arm (" + tuning.sweep()
                                + "). Where a chosen value is at the edge, try values beyond it."),
                table.html());
    }

    private static String chosen(TuningRecord.Arm arm) {
        return arm.chosen()
                + (arm.atEdge() ? " (at the edge)" : "")
                + (arm.tied().isEmpty() ? "" : " (no better than " + String.join(", ", arm.tied()) + ")");
    }

    private static String tried(TuningRecord.Tried tried) {
        return NumberText.text(tried.mean()) + (tried.lost() == 0 ? "" : ", " + tried.lost() + " lost");
    }
}
