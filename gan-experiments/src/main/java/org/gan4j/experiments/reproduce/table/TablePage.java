package org.gan4j.experiments.reproduce.table;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.experiments.report.curve.ChartData;
import org.gan4j.experiments.report.curve.Gallery;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.HtmlTable;
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.report.page.Page;

/** The table as one HTML file. */
final class TablePage {
    private static final String TITLE = "Table 1, with a row of ours";

    private TablePage() {}

    static Path write(Table1Result result, Path file) {
        HtmlTable table = new HtmlTable("results", "Model", "Nats", "±", "Sigma", "What the ± is");
        String source = "";
        for (TableRow row : result.rows()) {
            if (!row.source().equals(source)) {
                source = row.source();
                table.group(Html.text(source));
            }
            table.row(
                    Html.text(row.model()),
                    Html.element("strong", NumberText.text(row.value())),
                    Html.text(NumberText.text(row.plusMinus())),
                    Html.text(NumberText.text(row.sigma()) + (row.sigmaAtEdge() ? ", at the grid's edge" : "")),
                    Html.text(row.kind().toString()));
        }
        List<Html> notes = result.remarks().stream()
                .map(remark -> Html.element("p", remark))
                .toList();
        List<Html> folders = result.runs().stream()
                .map(run -> Html.element("p.note", run.toString()))
                .toList();
        Html body = Html.all(
                Html.element("header", Html.element("p.kind", "gan4j reproduction"), Html.element("h1", TITLE)),
                table.html(),
                Html.all(notes),
                Html.all(folders));
        return new Page(TITLE, body, ChartData.of(List.of(), new Gallery(List.of(), List.of(), 0))).write(file);
    }
}
