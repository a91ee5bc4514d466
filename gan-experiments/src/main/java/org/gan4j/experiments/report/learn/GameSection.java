package org.gan4j.experiments.report.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.draw.Palette;
import org.gan4j.experiments.report.curve.ArmCurves;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.report.page.Section;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.game.GameDescription;
import org.gan4j.experiments.store.game.LogitHistogram;
import org.gan4j.experiments.store.game.LossSlopes;

/** The section that shows the paper's statements on this run: where its loss is flat, who moved when, and which type stands for which symbol. */
public final class GameSection {
    /** A discriminator that is sure: D = 0.0003. */
    private static final double SURE = -8;

    private static final String LEFT =
            "The fakes that D recognises lie on the left. A loss whose curve comes to 0 there is flat where its"
                    + " generator stands: it saturates.";

    private static final String WHAT_TO_SEE = LEFT + " As a function of D the same loss need not be flat; what vanishes"
            + " is dD/da = D(1 − D), through which every gradient from D to G passes. So the place to evaluation at is"
            + " the logit.";

    private GameSection() {}

    /** The section of one run. Runs of versions that did not record their rules have the symbols alone. */
    public static Section of(RunFolder folder) {
        RunRecord run = folder.record();
        Optional<GameDescription> rules = GameDescription.read(folder.rules());
        SortedMap<Long, LogitHistogram> evaluations = evaluations(folder);
        List<Html> parts = new ArrayList<>();
        if (rules.isPresent() && !evaluations.isEmpty()) {
            parts.add(saturation(rules.get(), evaluations));
        }
        rules.ifPresent(found -> parts.add(plan(found, run.settings().getOrDefault("batch", "m"))));
        parts.add(Html.element("h3", "The paper’s symbols and the types"));
        parts.add(Symbols.table(run));
        return new Section("learn", "Learn: the game as this run played it", Html.all(parts));
    }

    /** The section of several arms: where the fakes of each arm's first run lie on the slopes. */
    public static Section of(List<ArmCurves> arms) {
        List<Html> figures = new ArrayList<>();
        for (ArmCurves arm : arms) {
            RunFolder folder = arm.runs().get(0).folder();
            Optional<GameDescription> rules = GameDescription.read(folder.rules());
            SortedMap<Long, LogitHistogram> evaluations = evaluations(folder);
            if (rules.isPresent() && !evaluations.isEmpty()) {
                LossSlopeFigure drawn = LossSlopeFigure.of(rules.get().slopes(), evaluations);
                String title =
                        arm.name() + ", seed " + arm.runs().get(0).record().seed();
                figures.add(figure(title, legend(rules.get().slopes(), evaluations), drawn.byLogit()));
            }
        }
        Html content = figures.isEmpty()
                ? Html.NOTHING
                : Html.all(
                        Html.element("h3", "Where the generator’s loss is flat"),
                        Html.element("p.note", WHAT_TO_SEE),
                        Html.element("div.charts", Html.all(figures)));
        return new Section("learn", "Learn: the losses where the fakes lie", content);
    }

    /** Returns whether what one player gains the other loses, in a sentence about the run's loss. */
    public static String sum(GameDescription rules) {
        boolean hasValue = rules.logits().probability();
        if (rules.isZeroSum()) {
            return "Under " + rules.loss()
                    + " the game is zero-sum in all that G can move: of every fake, D’s loss and G’s add up to"
                    + " the same" + (hasValue ? ", and V is one number that D raises and G lowers." : ".");
        } else if (Double.isFinite(rules.balance())) {
            return "Under " + rules.loss() + " the game is zero-sum but for a factor: what G gains on a fake D loses "
                    + NumberText.text(rules.balance()) + " times.";
        }
        return "Under " + rules.loss()
                + " the game is not zero-sum: L_D + L_G changes with G, so that both can gain or lose"
                + " at once"
                + (hasValue
                        ? ", and a falling V is not what G trains for. So V comes with both error rates, which show how"
                                + " each player does."
                        : ".");
    }

    private static Html saturation(GameDescription rules, SortedMap<Long, LogitHistogram> evaluations) {
        LossSlopeFigure drawn = LossSlopeFigure.of(rules.slopes(), evaluations);
        Html legend = legend(rules.slopes(), evaluations);
        boolean isProbability = rules.logits().probability();
        Html byLogit = figure("By the logit", legend, drawn.byLogit());
        return Html.all(
                Html.element("h3", "Where the generator’s loss is flat"),
                Html.element("p.said", means(rules.slopes(), evaluations)),
                Html.element("p.note", isProbability ? WHAT_TO_SEE + " " + sure(rules.slopes()) : LEFT),
                Html.element(
                        "div.charts",
                        isProbability
                                ? Html.all(byLogit, figure("By D, the same fakes", legend, drawn.byProbability()))
                                : byLogit));
    }

    private static Html figure(String title, Html legend, Html drawing) {
        return Html.element("figure", Html.element("figcaption", Html.element("h4", title), legend), drawing);
    }

    private static Html legend(List<LossSlopes> slopes, SortedMap<Long, LogitHistogram> evaluations) {
        List<Html> entries = new ArrayList<>();
        for (int i = 0; i < slopes.size(); i++) {
            entries.add(entry("swatch.c" + Palette.series(i), slopes.get(i).loss()));
        }
        entries.add(entry("swatch.last", "fakes at step " + NumberText.count(evaluations.lastKey())));
        entries.add(entry("swatch.first", "at step " + NumberText.count(evaluations.firstKey())));
        return Html.element("p.legend", Html.all(entries));
    }

    private static Html entry(String swatch, String name) {
        return Html.element("span.arm", Html.element("i." + swatch), Html.text(name));
    }

    /** The mean slope over the fakes, at the first evaluation and at the last. */
    private static String means(List<LossSlopes> slopes, SortedMap<Long, LogitHistogram> evaluations) {
        return slopes.stream()
                .map(one -> NumberText.text(one.mean(Objects.requireNonNull(evaluations.get(evaluations.firstKey()))))
                        + " at first and "
                        + NumberText.text(one.mean(Objects.requireNonNull(evaluations.get(evaluations.lastKey()))))
                        + " at last under " + one.loss())
                .collect(Collectors.joining("; ", "Mean slope dL_G/da over the fakes: ", "."));
    }

    private static String sure(List<LossSlopes> slopes) {
        return slopes.stream()
                .map(one -> one.loss() + "’s slope is " + NumberText.text(one.at(SURE)) + " by a and "
                        + NumberText.text(one.byProbability(SURE)) + " by D")
                .collect(Collectors.joining("; ", "At a = " + NumberText.text(SURE) + ": ", "."));
    }

    private static Html plan(GameDescription rules, String batch) {
        Html paper = rules.updates() > 0
                ? figure(
                        "Algorithm 1 with k = " + rules.updates() + ", in short",
                        Html.NOTHING,
                        Html.element("pre", algorithm(rules.updates(), batch)))
                : Html.NOTHING;
        String same = rules.updates() > 0
                ? "Turn for turn this is Algorithm 1 of the paper; the loss says what each player descends."
                : "This is not Algorithm 1 of the paper, in which D is updated k times and then G once, each on a"
                        + " fresh batch.";
        return Html.all(
                Html.element("h3", "Who moves when"),
                Html.element(
                        "p.note",
                        "The schedule as it is executed: this text is made from the turns that are run. " + same),
                Html.element(
                        "div.charts",
                        figure(
                                "This run",
                                Html.NOTHING,
                                Html.element(
                                        "pre",
                                        rules.plan() + "with batches of " + batch + "\n\nL_D = " + rules.discriminator()
                                                + "\nL_G = " + rules.generator())),
                        paper));
    }

    private static String algorithm(int k, String batch) {
        return "in each iteration\n"
                + (k == 1 ? "  once:\n" : "  " + k + " times:\n")
                + "    draw " + batch + " z from p_z and " + batch + " x from p_data\n"
                + "    D climbs the gradient of the mean of\n"
                + "      log D(x) + log(1 − D(G(z)))\n"
                + "  draw " + batch + " z from p_z\n"
                + "  G descends the gradient of the mean of\n"
                + "      log(1 − D(G(z)))";
    }

    /** The evaluations with fakes in them: where every logit is NaN there is nothing to draw. */
    private static SortedMap<Long, LogitHistogram> evaluations(RunFolder folder) {
        SortedMap<Long, LogitHistogram> evaluations = LogitHistogram.read(folder.logits());
        evaluations.values().removeIf(evaluation -> evaluation.fakes() == 0);
        return evaluations;
    }
}
