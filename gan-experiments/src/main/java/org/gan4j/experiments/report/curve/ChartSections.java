package org.gan4j.experiments.report.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.report.page.Section;

/** The charts, a section for each group; the script draws them by number. */
public final class ChartSections {
    private ChartSections() {}

    /**
     * The sections, in the order of the groups.
     *
     * @param said sentences about a group, by its id
     */
    public static List<Section> of(List<Chart.Group> groups, Function<String, List<String>> said) {
        List<Section> sections = new ArrayList<>();
        int number = 0;
        for (Chart.Group group : groups) {
            List<Html> figures = new ArrayList<>();
            for (Chart chart : group.charts()) {
                figures.add(figure(chart, number++));
            }
            List<Html> sentences = said.apply(group.id()).stream()
                    .map(text -> Html.element("p.said", text))
                    .toList();
            Html charts = Html.element("div.charts", Html.all(figures));
            Html content = group.folded() ? Section.folded(NumberText.count(figures.size(), "chart"), charts) : charts;
            sections.add(new Section(
                    group.id(),
                    group.title(),
                    Section.paragraph("p.note", group.note()),
                    Html.all(sentences),
                    content));
        }
        return sections;
    }

    private static Html figure(Chart chart, int number) {
        return Html.element(
                "figure",
                Html.element(
                        "figcaption", Html.element("h3", chart.title()), Section.paragraph("p.note", chart.note())),
                Html.element("div.chart", "").with("data-chart", String.valueOf(number)));
    }
}
