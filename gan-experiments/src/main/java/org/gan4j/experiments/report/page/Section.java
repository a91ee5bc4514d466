package org.gan4j.experiments.report.page;

import java.util.List;

/** A part of a report under a heading of its own, which the navigation leads to. */
public record Section(String id, String title, Html content) {
    public Section(String id, String title, Html... content) {
        this(id, title, Html.all(content));
    }

    /** Puts the sections that hold anything below each other, with links to all of them in front. */
    public static Html all(List<Section> sections) {
        List<Section> filled =
                sections.stream().filter(section -> !section.content.isEmpty()).toList();
        List<Html> links = filled.stream()
                .map(section ->
                        Html.element("a", section.title.split("[,:]", 2)[0]).with("href", "#" + section.id))
                .toList();
        return Html.all(
                Html.element("nav", Html.all(links)),
                Html.all(filled.stream().map(Section::html).toList()));
    }

    private Html html() {
        return Html.element("section", Html.element("h2", title), content).with("id", id);
    }

    /** A paragraph; nothing where there is no text. */
    public static Html paragraph(String kind, String text) {
        return text.isEmpty() ? Html.NOTHING : Html.element(kind, text);
    }

    /** Content that is shown only when asked for. */
    public static Html folded(String summary, Html... content) {
        return Html.element("details", Html.element("summary", summary), Html.all(content));
    }
}
