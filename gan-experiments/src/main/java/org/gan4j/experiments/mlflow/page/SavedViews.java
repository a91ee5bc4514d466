package org.gan4j.experiments.mlflow.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.experiments.store.Json;

/**
 * Ready-made chart pages of an experiment, which MLflow lists in its menu of saved views: it keeps them in tags of the experiment.
 * Charts of the game stand first (each pair that belongs together in one chart); a chart of every other metric follows by itself.
 * A server that knows no saved views leaves the tags alone.
 */
public final class SavedViews {
    /** The view with one line a loss: the mean over its seeds, in a band from the lowest to the highest. */
    public static final String LOSSES = "gan4j";

    private static final String RUNS = "gan4j-runs";
    private static final String TAG = "mlflow.sharedViewState.";
    private static final String SECTION = "the-game";

    /** When a view was made. A constant, so that the same view is the same text. */
    private static final long MADE = 1_767_225_600_000L;

    private SavedViews() {}

    /**
     * The experiment's tags.
     *
     * @param step whose sample pictures are shown first
     */
    public static SortedMap<String, String> tags(long step) {
        return new TreeMap<>(Map.of(
                TAG + LOSSES, view("Losses: mean and range over seeds", true, step),
                TAG + RUNS, view("Runs, with sample pictures", false, step)));
    }

    /** The address of the page with one line a loss. */
    public static String page(String server, String experiment) {
        return server + "/#/experiments/" + experiment
                + "/runs?workflowType=machine_learning&compareRunsMode=CHART&viewStateShareKey=" + LOSSES;
    }

    private static String view(String name, boolean averaged, long step) {
        List<Map<String, Object>> charts = new ArrayList<>(List.of(
                lines("linear", "d/real", "d/fake"),
                lines("log", "grad/g.minimax", "grad/g.non-saturating"),
                lines("linear", "loss/d", "loss/g"),
                lines("linear", "value")));
        if (!averaged) {
            // There is no mean of pictures.
            charts.add(samples(step));
        }
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

    private static Map<String, Object> lines(String scale, String... metrics) {
        SortedMap<String, Object> card = card("LINE", String.join("-", metrics));
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
