package org.gan4j.experiments.report.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.ProbeSignal;
import org.gan4j.api.metric.StateSignal;
import org.gan4j.api.metric.TrainingSignals;
import org.gan4j.experiments.draw.Palette;
import org.gan4j.experiments.store.MetricSeries;
import org.gan4j.experiments.store.signal.RunSignals;

/** Which charts the measured metrics make, in the order in which they are read. A metric nobody foresaw has a chart too. */
public final class Charts {
    private static final String REST = "other";

    private final List<ArmCurves> arms;
    private final Glossary glossary;
    private final ReferenceLines references;
    private final TreeSet<String> left = new TreeSet<>();

    private Charts(List<ArmCurves> arms) {
        this.arms = arms;
        glossary = Glossary.of(arms);
        references = new ReferenceLines(arms);
        arms.stream()
                .flatMap(arm -> arm.runs().stream())
                .forEach(run -> left.addAll(run.metrics().keySet()));
    }

    /** Groups that hold a chart. */
    public static List<Chart.Group> of(List<ArmCurves> arms) {
        Charts charts = new Charts(arms);
        return Stream.of(
                        charts.quality(),
                        charts.game(),
                        charts.probes(),
                        charts.norms(),
                        charts.losses(),
                        charts.kept(),
                        charts.alarm(),
                        charts.speed(),
                        charts.rest())
                .filter(group -> !group.charts().isEmpty())
                .toList();
    }

    private Chart.Group quality() {
        return group(
                "quality",
                "Quality",
                "",
                take(Measurement::isEvaluation).stream().map(this::plain).toList());
    }

    private Chart.Group game() {
        List<Chart> charts = new ArrayList<>();
        if (left.remove(TrainingSignals.VALUE)) {
            charts.add(new Chart(
                    glossary.title(TrainingSignals.VALUE),
                    glossary.meaning(TrainingSignals.VALUE),
                    false,
                    List.of(),
                    List.of(new Chart.Reference(TrainingSignals.VALUE_OF_GUESSING, "−log 4")),
                    curves(TrainingSignals.VALUE, "", Curve.Style.SOLID)));
        }
        pair(TrainingSignals.FALSE_NEGATIVES, "real rejected", TrainingSignals.FALSE_POSITIVES, "fake accepted")
                .ifPresent(curves -> charts.add(new Chart(
                        "Discriminator errors",
                        "Share of real examples with D(x) < ½, and of generated ones with D(G(z)) > ½ (dashed). Where D is"
                                + " not a probability, the loss’s boundary takes the place of ½.",
                        false,
                        List.of(0.0, 1.0),
                        List.of(),
                        curves)));
        pair(TrainingSignals.D_REAL, "real", TrainingSignals.D_FAKE, "fake")
                .ifPresent(curves -> charts.add(new Chart(
                        "D on real and on fake",
                        "Mean of D(x) over real and of D(G(z)) over generated examples (dashed). Both are ½ when D"
                                + " only guesses.",
                        false,
                        List.of(0.0, 1.0),
                        List.of(new Chart.Reference(TrainingSignals.GUESS, "½")),
                        curves)));
        charts.addAll(logits());
        return group("game", "The game", "", charts);
    }

    /** The charts of losses under which D is not a probability. */
    private List<Chart> logits() {
        List<Chart> charts = new ArrayList<>();
        pair(TrainingSignals.LOGIT_REAL, "real", TrainingSignals.LOGIT_FAKE, "fake")
                .ifPresent(curves -> charts.add(new Chart(
                        "D’s logits on real and on fake",
                        "Mean logit of D over real and over generated examples (dashed), for losses under which D is not"
                                + " a probability.",
                        false,
                        List.of(),
                        List.of(),
                        curves)));
        take(TrainingSignals.LOGIT_DIFFERENCE::equals).forEach(metric -> charts.add(plain(metric)));
        return charts;
    }

    private Chart.Group probes() {
        List<Chart> charts = new ArrayList<>(Chart.onOneAxis(probes(ProbeSignal.WEIGHTS, "")));
        charts.addAll(Chart.onOneAxis(probes(ProbeSignal.SAMPLES, ": gradient at the samples")));
        charts.addAll(Chart.onOneAxis(probes(ProbeSignal.LOGITS, ": slope at the logits")));
        take(ProbeSignal.COSINE::is).forEach(metric -> charts.add(cosine(metric)));
        return group(
                "gradients",
                "The generator’s gradient, at the same parameters",
                "At each of these steps the gradient that every one of these losses would give was measured, without"
                        + " using it: same generator, same discriminator, same noise. A loss saturates where its gradient"
                        + " vanishes while D is sure of the fakes.",
                charts);
    }

    /** A chart for each arm with the curves of all losses. */
    private List<Chart> probes(ProbeSignal signal, String what) {
        List<String> probes = take(signal::is);
        List<Chart> charts = new ArrayList<>();
        for (ArmCurves arm : arms) {
            List<Curve> curves = new ArrayList<>();
            for (int i = 0; i < probes.size(); i++) {
                String loss = signal.loss(probes.get(i));
                curves.addAll(curves(arm, probes.get(i), "under " + loss, colorOf(loss, i), Curve.Style.SOLID));
            }
            if (!curves.isEmpty()) {
                String title = "While training with " + arm.name() + what;
                charts.add(new Chart(title, "", true, List.of(), List.of(), curves));
            }
        }
        return charts;
    }

    private Chart cosine(String metric) {
        Chart plain = plain(metric);
        return new Chart(
                plain.title(),
                plain.note(),
                false,
                List.of(-1.0, 1.0),
                List.of(new Chart.Reference(0, "orthogonal")),
                plain.curves());
    }

    private Chart.Group norms() {
        return group(
                "norms",
                "Gradient norms",
                "",
                take(Set.of(TrainingSignals.GRADIENT_D, TrainingSignals.GRADIENT_G)::contains).stream()
                        .map(this::logarithmic)
                        .toList());
    }

    private Chart.Group losses() {
        return group(
                "losses",
                "Objectives",
                "",
                take(Set.of(TrainingSignals.LOSS_D, TrainingSignals.LOSS_G)::contains).stream()
                        .map(this::plain)
                        .toList());
    }

    private Chart.Group kept() {
        return group(
                "kept",
                "What loss and terms keep between updates",
                "",
                take(StateSignal::is).stream().map(this::plain).toList());
    }

    private Chart.Group alarm() {
        return group(
                "alarm",
                "Signs of collapse",
                "Each is about 1 for a perfect sampler and 0 for a generator that gives one point. The alarm is on"
                        + " where spread and one of the others are below their thresholds in two evaluations in a row.",
                take(RunSignals::isAlarm).stream().map(this::plain).toList());
    }

    private Chart.Group speed() {
        return group(
                "speed",
                "Speed",
                "",
                take(RunSignals::isTime).stream().map(this::plain).toList());
    }

    private Chart.Group rest() {
        return group(
                REST,
                "Everything else",
                "",
                take(name -> true).stream().map(this::plain).toList());
    }

    private static Chart.Group group(String id, String title, String note, List<Chart> charts) {
        return new Chart.Group(id, title, note, id.equals(REST), charts);
    }

    /** Metrics that have no chart yet; from now on they have. */
    private List<String> take(Predicate<String> wanted) {
        List<String> taken = left.stream().filter(wanted).toList();
        taken.forEach(left::remove);
        return taken;
    }

    private Chart plain(String metric) {
        return chart(metric, false);
    }

    private Chart logarithmic(String metric) {
        return chart(metric, true);
    }

    private Chart chart(String metric, boolean log) {
        String title = glossary.title(metric);
        return new Chart(
                heading(title, metric),
                glossary.meaning(metric),
                log,
                List.of(),
                references.of(metric),
                curves(metric, "", Curve.Style.SOLID));
    }

    /** Title, arrow in the direction that is good, and name; the name alone where nobody described it. */
    private String heading(String title, String metric) {
        String arrow = glossary.arrow(metric);
        return title.equals(metric) ? title : title + (arrow.isEmpty() ? "" : " " + arrow) + " · " + metric;
    }

    private Optional<List<Curve>> pair(String first, String firstLabel, String second, String secondLabel) {
        List<Curve> curves = new ArrayList<>();
        if (left.remove(first)) {
            curves.addAll(curves(first, firstLabel, Curve.Style.SOLID));
        }
        if (left.remove(second)) {
            curves.addAll(curves(second, secondLabel, Curve.Style.DASHED));
        }
        return curves.isEmpty() ? Optional.empty() : Optional.of(curves);
    }

    private List<Curve> curves(String metric, String label, Curve.Style style) {
        return arms.stream()
                .flatMap(arm -> curves(arm, metric, label(arm, label), arm.color(), style).stream())
                .toList();
    }

    /** One curve for the runs that a mean may be taken over, and one for each other. */
    private List<Curve> curves(ArmCurves arm, String metric, String label, int color, Curve.Style style) {
        List<Curve> curves = new ArrayList<>();
        boolean alone = arms.size() == 1 && arm.runs().size() == 1;
        List<MetricSeries> finished = series(alone ? arm.runs() : arm.finished(), metric);
        if (!finished.isEmpty()) {
            curves.add(Curve.of(label, color, style, finished));
        }
        for (ReportedRun run : alone ? List.<ReportedRun>of() : arm.unfinished()) {
            if (run.metrics().containsKey(metric)) {
                String name = "seed " + run.record().seed() + " " + run.status();
                curves.add(Curve.of(name, color, Curve.Style.THIN, run.metrics().get(metric)));
            }
        }
        return curves;
    }

    private static List<MetricSeries> series(List<ReportedRun> runs, String metric) {
        return runs.stream()
                .filter(run -> run.metrics().containsKey(metric))
                .map(run -> run.metrics().get(metric))
                .toList();
    }

    private String label(ArmCurves arm, String label) {
        String name = arms.size() == 1 ? "" : arm.name();
        String between = name.isEmpty() || label.isEmpty() ? "" : ": ";
        String all = name + between + label;
        return all.isEmpty() ? arm.name() : all;
    }

    /** A loss has the colour of the arm that is trained with it. */
    private int colorOf(String loss, int otherwise) {
        return arms.stream()
                .filter(arm -> arm.name().equals(loss))
                .mapToInt(ArmCurves::color)
                .findFirst()
                .orElse(Palette.series(arms.size() == 1 ? otherwise : arms.size() + otherwise));
    }
}
