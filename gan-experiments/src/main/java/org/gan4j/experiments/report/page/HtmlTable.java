package org.gan4j.experiments.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table that is read in rows on a wide screen and in blocks on a phone. Rows are added one after the other. */
public final class HtmlTable {
    private final String kind;
    private final List<String> heads;
    private final List<Html> rows = new ArrayList<>();

    public HtmlTable(String kind, String... heads) {
        this.kind = kind;
        this.heads = Arrays.asList(heads);
    }

    /** A row that stands over those that follow. */
    public HtmlTable group(Html cell) {
        rows.add(Html.element(
                "tr.group",
                Html.element("th", cell)
                        .with("colspan", String.valueOf(heads.size()))
                        .with("scope", "rowgroup")));
        return this;
    }

    public HtmlTable row(Html... cells) {
        List<Html> all = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            all.add(Html.element("td", cells[i]).with("data-head", heads.get(i)));
        }
        rows.add(Html.element("tr", Html.all(all)));
        return this;
    }

    public HtmlTable row(String... cells) {
        return row(Arrays.stream(cells).map(Html::text).toArray(Html[]::new));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public Html html() {
        if (rows.isEmpty()) {
            return Html.NOTHING;
        }
        List<Html> names = heads.stream()
                .map(head -> Html.element("th", head).with("scope", "col"))
                .toList();
        return Html.element(
                "div.scroll",
                Html.element(
                        "table." + kind,
                        Html.element("thead", Html.element("tr", Html.all(names))),
                        Html.element("tbody", Html.all(rows))));
    }
}
