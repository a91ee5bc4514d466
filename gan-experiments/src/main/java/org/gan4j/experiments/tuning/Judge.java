package org.gan4j.experiments.tuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.api.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.run.Measurement;
import org.gan4j.api.run.Outcome;
import org.gan4j.api.run.Status;
import org.gan4j.experiments.folder.Plan;
import org.gan4j.experiments.folder.Tuning;
import org.gan4j.experiments.report.curve.Glossary;

/**
 * Chooses a value for an arm: the one whose runs have the best mean. A run that diverged or failed makes its value lose against
 * those of which none did.
 */
record Judge(Plan.Sweep sweep) {
    static final String LOWEST = "lowest";
    static final String HIGHEST = "highest";

    /** What to judge by: as requested, or the first evaluation of the experiment that says which direction is good. */
    static Judge of(Request request, String key, List<Long> seeds, Experiment experiment) {
        List<String> metrics = request.metric().isEmpty()
                ? experiment.parts().metrics().stream()
                        .map(part -> Measurement.EVALUATION + part.name())
                        .toList()
                : List.of(
                        Measurement.isEvaluation(request.metric())
                                ? request.metric()
                                : Measurement.EVALUATION + request.metric());
        for (String metric : metrics) {
            Optional<String> goal = request.goal().isEmpty() ? Glossary.goal(metric) : Optional.of(request.goal());
            if (goal.isPresent()) {
                return new Judge(new Plan.Sweep(key, request.rates(), seeds, metric, goal.get()));
            }
        }
        throw new InvalidInput(
                metrics.isEmpty() ? "tune.metric" : "tune.goal",
                metrics.isEmpty()
                        ? "the experiment evaluates nothing that a rate could be chosen by; set metrics=NAME"
                        : "which is good, low or high, " + String.join(" and ", metrics) + " do not say; set tune.goal="
                                + LOWEST + " or tune.goal=" + HIGHEST);
    }

    /** What was tried for one arm, and what is chosen. */
    Tuning.Arm choose(String arm, List<Outcome> runs) {
        Map<String, List<Outcome>> byValue = new LinkedHashMap<>();
        runs.forEach(
                run -> byValue.computeIfAbsent(run.experiment().settings().get(sweep.key()), value -> new ArrayList<>())
                        .add(run));
        List<Tuning.Tried> tried = new ArrayList<>();
        byValue.forEach((value, its) -> tried.add(tried(value, its)));
        Tuning.Tried best = tried.stream()
                .filter(one -> one.finished() > 0)
                .min(Comparator.comparingInt(Tuning.Tried::lost)
                        .thenComparingDouble(one -> sweep.goal().equals(LOWEST) ? one.mean() : -one.mean()))
                .orElseThrow(() -> new WorkFailed("no tuning run of " + arm + " came to a value of " + sweep.metric()
                        + "; try other values or another tune.metric"));
        double[] values =
                byValue.keySet().stream().mapToDouble(Request::number).sorted().toArray();
        double chosen = Request.number(best.value());
        boolean atEdge = chosen == values[0] || chosen == values[values.length - 1];
        return new Tuning.Arm(arm, tried, best.value(), atEdge);
    }

    private Tuning.Tried tried(String value, List<Outcome> runs) {
        double[] values = runs.stream()
                .filter(run -> run.status() == Status.FINISHED)
                .mapToDouble(this::value)
                .filter(Double::isFinite)
                .toArray();
        return new Tuning.Tried(
                value,
                values.length,
                runs.size() - values.length,
                Arrays.stream(values).average().orElse(Double.NaN));
    }

    /** A protocol that departs from the standard one has its departures behind the metric's name. */
    private double value(Outcome run) {
        return new TreeMap<>(run.metrics())
                .entrySet().stream()
                        .filter(metric -> metric.getKey().equals(sweep.metric())
                                || metric.getKey().startsWith(sweep.metric() + "-"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(Double.NaN);
    }
}
