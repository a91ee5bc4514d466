package org.gan4j.experiments.report.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.api.metric.Measurement;
import org.gan4j.experiments.draw.Palette;
import org.gan4j.experiments.report.curve.ArmCurves;
import org.gan4j.experiments.report.curve.Glossary;
import org.gan4j.experiments.report.curve.ReportedRun;
import org.gan4j.experiments.report.page.Html;

/**
 * The arms of a comparison along the one key in which they differ by a number; where they differ in other keys too, in a line for
 * each choice of those.
 *
 * @param key   such as {@code prior.size}
 * @param plots by the metric that each shows: the last values of the finished runs
 */
public record Sweep(String key, SortedMap<String, Plot> plots) {
    private static final String SEED = "seed";

    public Sweep {
        plots = new TreeMap<>(plots);
    }

    /** Empty where arms differ in no number, or in more than one. */
    public static Optional<Sweep> of(List<ArmCurves> arms) {
        Map<String, TreeSet<String>> values = differing(arms);
        List<String> numbers = values.keySet().stream()
                .filter(key -> Objects.requireNonNull(values.get(key)).stream()
                        .allMatch(value -> Double.isFinite(number(value))))
                .toList();
        if (numbers.size() != 1) {
            return Optional.empty();
        }
        String key = numbers.get(0);
        values.remove(key);
        SortedMap<String, Plot> plots =
                plots(key, lines(arms, values.keySet().stream().toList()));
        return plots.isEmpty() ? Optional.empty() : Optional.of(new Sweep(key, plots));
    }

    private static Map<String, TreeSet<String>> differing(List<ArmCurves> arms) {
        Map<String, TreeSet<String>> values = new TreeMap<>();
        arms.forEach(arm -> settings(arm).forEach((key, value) -> values.put(key, new TreeSet<>())));
        values.remove(SEED);
        values.forEach((key, seen) -> arms.forEach(arm -> seen.add(settings(arm).getOrDefault(key, ""))));
        values.values().removeIf(seen -> seen.size() < 2);
        return values;
    }

    private static Map<String, String> settings(ArmCurves arm) {
        return arm.runs().get(0).record().settings();
    }

    private static double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The arms that agree in all other keys, by what they have there. */
    private static Map<String, List<ArmCurves>> lines(List<ArmCurves> arms, List<String> others) {
        Map<String, List<ArmCurves>> lines = new LinkedHashMap<>();
        for (ArmCurves arm : arms) {
            String name = others.stream()
                    .map(other -> settings(arm).getOrDefault(other, "–"))
                    .collect(Collectors.joining(" "));
            lines.computeIfAbsent(name, line -> new ArrayList<>()).add(arm);
        }
        return lines;
    }

    private static SortedMap<String, Plot> plots(String key, Map<String, List<ArmCurves>> byName) {
        SortedMap<String, Plot> plots = new TreeMap<>();
        TreeSet<String> metrics = new TreeSet<>();
        byName.values()
                .forEach(arms -> arms.forEach(arm -> arm.finished().stream()
                        .flatMap(run -> run.metrics().keySet().stream())
                        .filter(Measurement::isEvaluation)
                        .forEach(metrics::add)));
        for (String metric : metrics) {
            List<Plot.Line> lines = new ArrayList<>();
            byName.forEach((name, arms) ->
                    lines.add(new Plot.Line(name, Palette.series(lines.size()), points(key, metric, arms))));
            lines.removeIf(line -> line.points().isEmpty());
            if (!lines.isEmpty()) {
                plots.put(metric, new Plot(key, metric, lines));
            }
        }
        return plots;
    }

    private static List<Plot.Point> points(String key, String metric, List<ArmCurves> arms) {
        return arms.stream()
                .map(arm -> new Plot.Point(
                        number(Objects.requireNonNull(settings(arm).get(key))), last(arm.finished(), metric)))
                .filter(point -> point.values().length > 0)
                .sorted(Comparator.comparingDouble(Plot.Point::x))
                .toList();
    }

    private static double[] last(List<ReportedRun> runs, String metric) {
        return runs.stream()
                .mapToDouble(run -> run.last(metric))
                .filter(Double::isFinite)
                .toArray();
    }

    /** A figure for each metric. */
    public Html html(Glossary glossary) {
        List<Html> figures = new ArrayList<>();
        plots.forEach((metric, plot) -> figures.add(Html.element(
                "figure",
                Html.element("figcaption", Html.element("h3", glossary.title(metric))),
                new Html(plot.draw().markup()))));
        return Html.all(
                Html.element(
                        "p.note",
                        "A ring is the last value of a finished run, a dot the mean over the seeds, its bar the 95 %"
                                + " Student t interval (three seeds or more). The drawings lie in the folder artifacts"
                                + " beside this file."),
                Html.element("div.charts", Html.all(figures)));
    }

    /** Writes each drawing as a file, such as {@code eval-jsd-by-prior.size.svg}. */
    public void write(Path folder) {
        plots.forEach((metric, plot) -> plot.write(folder.resolve(file(metric))));
    }

    private String file(String metric) {
        return (metric + "-by-" + key).replaceAll("[^A-Za-z0-9._-]", "-") + ".svg";
    }
}
