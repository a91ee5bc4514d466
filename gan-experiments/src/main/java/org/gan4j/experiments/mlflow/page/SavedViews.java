package org.gan4j.experiments.mlflow.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.metric.ProbeSignal;
import org.gan4j.api.metric.TrainingSignals;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.mlflow.server.MlflowNames;
import org.gan4j.experiments.store.Json;

/**
 * Ready-made chart pages of an experiment, which MLflow lists in its menu of saved views: it keeps them in tags of the experiment.
 * Charts of the game stand first (each pair that belongs together in one chart), then those of what the run's metrics measure; a
 * chart of every other metric follows by itself.
 * A server that knows no saved views leaves the tags alone.
 */
public final class SavedViews {
    /** The view with one line a loss: the mean over its seeds, in a band from the lowest to the highest. */
    public static final String LOSSES = "gan4j";

    private static final String RUNS = "gan4j-runs";
    private static final String TAG = "mlflow.sharedViewState.";
    private static final String SECTION = "the-game";
    private static final String PROBES = "probes.";

    /** The time at which a view was made. A constant, so that the same view is the same text. */
    private static final long MADE = 1_767_225_600_000L;

    private SavedViews() {}

    /**
     * The experiment's tags.
     *
     * @param run  one of its runs, whose probes and metrics are drawn
     * @param step whose sample pictures are shown first
     * @param keys the metrics' keys in MLflow by their declared names, where a protocol departs from the standard one; the
     *             difference of logits is among them if D is not a probability
     * @param longest so many characters a tag may have
     */
    public static SortedMap<String, String> tags(RunRecord run, long step, Map<String, String> keys, int longest) {
        // There is no mean of pictures.
        List<Map<String, Object>> game = game(run, keys);
        List<Map<String, Object>> pictured = new ArrayList<>(game);
        pictured.add(samples(step));
        List<Map<String, Object>> evaluations = evaluations(run, keys);
        return new TreeMap<>(Map.of(
                TAG + LOSSES, view("Losses: mean and range over seeds", true, game, evaluations, longest),
                TAG + RUNS, view("Runs, with sample pictures", false, pictured, evaluations, longest)));
    }

    /** The address of the page with one line a loss. */
    public static String page(String server, String experiment) {
        return server + "/#/experiments/" + experiment
                + "/runs?workflowType=machine_learning&compareRunsMode=CHART&viewStateShareKey=" + LOSSES;
    }

    private static List<Map<String, Object>> game(RunRecord run, Map<String, String> keys) {
        List<Map<String, Object>> charts = new ArrayList<>();
        charts.add(
                lines("D on real and on generated examples", "linear", TrainingSignals.D_REAL, TrainingSignals.D_FAKE));
        String[] probes = run.parts().stream()
                .filter(part -> part.key().startsWith(PROBES))
                .map(part -> MlflowNames.sane(ProbeSignal.WEIGHTS.of(part.name())))
                .toArray(String[]::new);
        if (probes.length > 0) {
            charts.add(lines("Generator’s gradient under each probe loss", "log", probes));
        }
        charts.add(lines("Losses of D and G", "linear", TrainingSignals.LOSS_D, TrainingSignals.LOSS_G));
        charts.add(lines(
                TrainingSignals.find(TrainingSignals.VALUE).orElseThrow().title(), "linear", TrainingSignals.VALUE));
        if (keys.containsKey(TrainingSignals.LOGIT_DIFFERENCE)) {
            charts.add(lines(
                    "Logits of D on real and on generated examples",
                    "linear",
                    TrainingSignals.LOGIT_REAL,
                    TrainingSignals.LOGIT_FAKE));
        }
        return charts;
    }

    private static List<Map<String, Object>> evaluations(RunRecord run, Map<String, String> keys) {
        return run.metrics().stream()
                .map(info -> lines(heading(info), "linear", keys.getOrDefault(info.name(), info.name())))
                .toList();
    }

    private static String heading(MetricInfo info) {
        return (info.title()
                        + (info.unit().isEmpty() ? "" : ", " + info.unit())
                        + " "
                        + info.aim().arrow())
                .strip();
    }

    /** A view with as many of the evaluations as one tag has room for; MLflow draws the others itself, further below. */
    private static String view(
            String name,
            boolean averaged,
            List<Map<String, Object>> game,
            List<Map<String, Object>> evaluations,
            int longest) {
        List<Map<String, Object>> charts = new ArrayList<>(game);
        charts.addAll(evaluations);
        String view = view(name, averaged, charts);
        while (view.length() > longest && charts.size() > game.size()) {
            charts.remove(charts.size() - 1);
            view = view(name, averaged, charts);
        }
        return view;
    }

    private static String view(String name, boolean averaged, List<Map<String, Object>> charts) {
        Map<String, Object> state = Map.of(
                "compareRunCharts",
                charts,
                "compareRunSections",
                List.of(Map.of("uuid", SECTION, "name", "The game", "display", true, "isReordered", false)),
                // Otherwise sections are sorted by name, and this one is not first.
                "isAccordionReordered",
                true,
                "groupBy",
                Map.of(
                        "aggregateFunction",
                        "average",
                        "groupByKeys",
                        List.of(Map.of("mode", "param", "groupByData", "loss"))),
                "useGroupedValuesInCharts",
                averaged);
        return Json.compact(new TreeMap<>(
                Map.of("name", name, "createdAt", MADE, "updatedAt", MADE, "state", Json.compact(state))));
    }

    private static Map<String, Object> lines(String title, String scale, String... metrics) {
        SortedMap<String, Object> card = card("LINE", String.join("-", metrics));
        card.put("displayName", title);
        card.putAll(Map.of(
                "metricKey",
                metrics[0],
                "selectedMetricKeys",
                Arrays.asList(metrics),
                "xAxisKey",
                "step",
                "yAxisKey",
                "metric",
                "yAxisExpressions",
                List.of(),
                "scaleType",
                scale,
                "range",
                Map.of(),
                "useGlobalXaxisKey",
                true,
                "useGlobalLineSmoothing",
                true));
        return card;
    }

    private static Map<String, Object> samples(long step) {
        SortedMap<String, Object> card = card("IMAGE", "samples");
        card.putAll(Map.of("imageKeys", List.of("samples"), "step", step, "showRunParams", false));
        return card;
    }

    private static SortedMap<String, Object> card(String type, String id) {
        return new TreeMap<>(Map.of(
                "type",
                type,
                "uuid",
                id,
                "metricSectionId",
                SECTION,
                "runsCountToCompare",
                10,
                "deleted",
                false,
                "isGenerated",
                false));
    }
}
