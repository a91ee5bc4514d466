package org.gan4j.experiments.report.learn;

import java.util.List;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Generator;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.track.RunRecord;
import org.gan4j.api.train.Schedule;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.HtmlTable;

/** The paper's symbols, the types that stand for them, and what a run had in their place. */
final class Symbols {
    private record Symbol(String written, String meaning, Class<?> type, String key) {}

    private static final List<Symbol> ALL = List.of(
            new Symbol("z ~ p_z", "the noise that G makes examples of", Prior.class, Prior.POINT.id()),
            new Symbol(
                    "G(z)",
                    "the counterfeiter; what it makes has the distribution p_g",
                    Generator.class,
                    Generator.POINT.id()),
            new Symbol("x ~ p_data", "what is imitated", Dataset.class, Dataset.POINT.id()),
            new Symbol(
                    "D(x) = σ(a)",
                    "the police: how probable it is that x is real; a is its logit",
                    Discriminator.class,
                    Discriminator.POINT.id()),
            new Symbol("V(D, G)", "what both play for, each by a loss of its own", Loss.class, Loss.POINT.id()),
            new Symbol("k", "who updates when, and how often", Schedule.class, Schedule.POINT.id()));

    private Symbols() {}

    static Html table(RunRecord run) {
        HtmlTable table = new HtmlTable("symbols", "In the paper", "Type", "In this run");
        for (Symbol symbol : ALL) {
            table.row(
                    Html.all(Html.element("strong", symbol.written), Html.text(" " + symbol.meaning)),
                    Html.element("code", symbol.type.getSimpleName()).with("title", symbol.type.getName()),
                    Html.element("code", symbol.key + "=" + run.settings().getOrDefault(symbol.key, "–")));
        }
        return table.html();
    }
}
