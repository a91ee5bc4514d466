package org.gan4j.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gan4j.experiments.report.curve.Chart;
import org.gan4j.experiments.report.curve.Gallery;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.NumberText;

/** A part of a report under a heading of its own, which the navigation leads to. */
record Section(String id, String title, Html content) {
    Section(String id, String title, Html... content) {
        this(id, title, Html.all(content));
    }

    /** Those that hold anything, with links to all of them in front. */
    static Html all(List<Section> sections) {
        List<Section> filled =
                sections.stream().filter(section -> !section.content.isEmpty()).toList();
        List<Html> links = filled.stream()
                .map(section ->
                        Html.element("a", section.title.split("[,:]")[0]).with("href", "#" + section.id))
                .toList();
        return Html.all(
                Html.element("nav", Html.all(links)),
                Html.all(filled.stream().map(Section::html).toList()));
    }

    private Html html() {
        return Html.element("section", Html.element("h2", title), content).with("id", id);
    }

    static Html paragraph(String kind, String text) {
        return text.isEmpty() ? Html.NOTHING : Html.element(kind, text);
    }

    static Html folded(String summary, Html... content) {
        return Html.element("details", Html.element("summary", summary), Html.all(content));
    }

    /** The slider, where there is something to slide through; the script fills it. */
    static Section of(Gallery gallery) {
        if (gallery.seeds().isEmpty()) {
            return new Section("samples", "Samples", Html.NOTHING);
        }
        String same = gallery.arms().size() > 1
                ? "The same noise in each step and for each arm."
                : "The same noise in each step.";
        String omitted = gallery.leftOut() == 0
                ? ""
                : "For the pictures of " + gallery.leftOut()
                        + " further seeds there is no room here; they lie in their run folders.";
        return new Section(
                "samples",
                "Samples",
                paragraph("p.note", same + " Tap a picture to enlarge it."),
                Html.element("div", "").with("id", "gallery"),
                paragraph("p.note", omitted));
    }

    /**
     * Places for charts, which the script draws by number.
     *
     * @param said sentences about a group, by its id
     */
    static List<Section> of(List<Chart.Group> groups, Function<String, List<String>> said) {
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
            Html content = group.folded() ? folded(NumberText.count(figures.size(), "chart"), charts) : charts;
            sections.add(new Section(
                    group.id(), group.title(), paragraph("p.note", group.note()), Html.all(sentences), content));
        }
        return sections;
    }

    private static Html figure(Chart chart, int number) {
        return Html.element(
                "figure",
                Html.element("figcaption", Html.element("h3", chart.title()), paragraph("p.note", chart.note())),
                Html.element("div.chart", "").with("data-chart", String.valueOf(number)));
    }
}
