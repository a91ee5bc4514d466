package org.gan4j.experiments.report.section;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gan4j.api.metric.Measurement;
import org.gan4j.experiments.report.curve.ArmCurves;
import org.gan4j.experiments.report.curve.Glossary;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.report.page.Section;

/** The section on what each metric means and how it was measured: numbers compare only where all of this agrees. */
public final class ProtocolSection {
    private ProtocolSection() {}

    public static Section of(List<ArmCurves> arms) {
        Glossary glossary = Glossary.of(arms);
        TreeSet<String> metrics = new TreeSet<>();
        Map<String, Set<String>> protocols = new TreeMap<>();
        arms.forEach(arm -> arm.runs().forEach(run -> {
            metrics.addAll(run.metrics().keySet());
            run.ending().ifPresent(ending -> ending.measurements().forEach(measurement -> protocols
                    .computeIfAbsent(measurement.key(), key -> new LinkedHashSet<>())
                    .add(protocol(measurement))));
        }));
        metrics.addAll(protocols.keySet());
        List<Html> entries = new ArrayList<>();
        for (String metric : metrics) {
            Set<String> measured = protocols.getOrDefault(metric, Set.of());
            String meaning = glossary.meaning(metric);
            if (!meaning.isEmpty() || !measured.isEmpty()) {
                entries.add(Html.element("dt", Html.text(title(metric, glossary)), Html.element("code", metric)));
                entries.add(Html.element("dd", (meaning + " " + String.join(" ", measured)).strip()));
            }
        }
        return new Section(
                "protocols",
                "How it was measured",
                entries.isEmpty() ? Html.NOTHING : Html.element("dl", Html.all(entries)));
    }

    private static String title(String metric, Glossary glossary) {
        String title = glossary.title(metric);
        return title.equals(metric) ? "" : title + " ";
    }

    /** Returns the protocol without the value and what was found on the way, which differ between runs. */
    private static String protocol(Measurement measurement) {
        return "Measured on " + NumberText.count(measurement.samples()) + " generated samples"
                + (measurement.split().isEmpty() ? "" : " against " + measurement.split())
                + (Double.isFinite(measurement.standardError())
                        ? "; each run’s value has a standard error of its own, shown in its report."
                        : ".");
    }
}
