package org.gan4j.experiments.reproduce.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.experiments.report.curve.ChartData;
import org.gan4j.experiments.report.curve.Gallery;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.HtmlTable;
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.report.page.Page;
import org.gan4j.experiments.store.RunFolder;

/** Figure 1 as one HTML file: the four panels with their numbers, and the film of the whole run under a slider. */
final class Figure1Page {
    private static final String READ_ME =
            "Black and dotted is p_data, green p_g, blue and dashed D; the thin line is D*(x) = p_data/(p_data + p_g),"
                    + " the best that any discriminator could do. The lower line is z, equally likely values of it; the"
                    + " arrows lead to x = G(z). Where they crowd, p_g is high. p_g is exact: G carries the probability of"
                    + " each of 20,000 pieces of z over to x.";

    private Figure1Page() {}

    static Path write(RunFrames film, Experiment experiment, RunFolder run, Path file) {
        Gallery gallery = new Gallery(
                List.of("the game on a line"),
                List.of(new Gallery.Sheet(
                        experiment.seed(),
                        film.steps(),
                        List.of(""),
                        film.addresses().stream().map(List::of).toList(),
                        film.steps().size())),
                0);
        Html body = Html.all(
                head(experiment, run),
                Html.element("p.note", READ_ME),
                section("panels", "Four moments", panels(film), numbers(film).html()),
                section(
                        "film",
                        "The whole run",
                        Html.element("p.note", "Slide or play. Tap the picture to enlarge it."),
                        Html.element("div", "").with("id", "gallery")));
        return new Page("Figure 1 from one run", body, ChartData.of(List.of(), gallery)).write(file);
    }

    private static Html head(Experiment experiment, RunFolder run) {
        return Html.element(
                "header",
                Html.element("p.kind", "gan4j reproduction"),
                Html.element("h1", "Figure 1 from one run"),
                Html.element("p.facts", "seed " + experiment.seed() + " · " + run.path()));
    }

    private static Html section(String id, String title, Html... content) {
        return Html.element("section", Html.element("h2", title), Html.all(content))
                .with("id", id);
    }

    private static Html panels(RunFrames film) {
        List<Html> figures = new ArrayList<>();
        for (int i = 0; i < RunFrames.PANELS; i++) {
            figures.add(Html.element(
                    "figure",
                    new Html("<img>")
                            .with("alt", film.caption(i))
                            .with("src", film.address(i))
                            .with("width", String.valueOf(LinePanel.WIDTH))
                            .with("style", "max-width:100%;height:auto")));
        }
        return Html.element("div.charts", Html.all(figures));
    }

    private static HtmlTable numbers(RunFrames film) {
        HtmlTable table = new HtmlTable("results", "Panel", "JSD, nats", "max |D − D*|", "max |D − 1/2|");
        for (int i = 0; i < RunFrames.PANELS; i++) {
            LineGame game = film.panel(i);
            table.row(
                    film.caption(i),
                    NumberText.text(game.divergence()),
                    NumberText.text(game.distanceFromOptimum()),
                    NumberText.text(game.distanceFromHalf()));
        }
        return table;
    }
}
