package org.gan4j.experiments.compare.tuning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.settings.fit.MeasuredMetric;

/**
 * The metric that values are chosen by, and the direction in which it is good.
 *
 * @param name as its metric declares it
 * @param goal {@link RateChoice#LOWEST} or {@link RateChoice#HIGHEST}
 */
record JudgedMetric(String name, String goal) {
    /**
     * Finds the metric to judge by: the requested one, or the first of the experiment whose aim is a direction.
     *
     * @param experiment as the sweep runs it
     * @throws InvalidInput if there is no such metric, or it looks at the test split
     */
    static JudgedMetric of(TuningRequest request, Experiment experiment) {
        List<MetricInfo> measured = MeasuredMetric.all(experiment.parts()).stream()
                .map(MeasuredMetric::info)
                .toList();
        if (measured.isEmpty()) {
            throw new InvalidInput(
                    "tune.metric", "the experiment evaluates nothing that a rate could be chosen by; set metrics=NAME");
        }
        List<MetricInfo> wanted =
                request.metric().isEmpty() ? measured : List.of(requested(request.metric(), experiment.parts()));
        for (MetricInfo info : wanted) {
            Optional<String> goal = request.goal().isEmpty() ? goal(info.aim()) : Optional.of(request.goal());
            if (goal.isPresent()) {
                refuseTestSplit(info, measured);
                return new JudgedMetric(info.name(), goal.get());
            }
        }
        throw new InvalidInput(
                "tune.goal",
                "which direction is good, low or high, " + names(wanted) + " do not say; set tune.goal="
                        + RateChoice.LOWEST + " or tune.goal=" + RateChoice.HIGHEST);
    }

    private static MetricInfo requested(String metric, Experiment.Parts parts) {
        return MeasuredMetric.named(metric, parts)
                .map(MeasuredMetric::info)
                .orElseThrow(() -> new InvalidInput(
                        "tune.metric=" + metric, "the experiment " + MeasuredMetric.unknown(metric, parts)));
    }

    private static Optional<String> goal(MetricInfo.Aim aim) {
        return switch (aim) {
            case HIGHER -> Optional.of(RateChoice.HIGHEST);
            case LOWER -> Optional.of(RateChoice.LOWEST);
            case NEITHER -> Optional.empty();
        };
    }

    private static void refuseTestSplit(MetricInfo info, List<MetricInfo> measured) {
        if (info.usesTestSplit()) {
            List<MetricInfo> others =
                    measured.stream().filter(other -> !other.usesTestSplit()).toList();
            throw new InvalidInput(
                    "tune.metric",
                    info.name()
                            + " looks at the test split and offers no validation split, so a rate that it chose would"
                            + " make the comparison's values there no longer a test; "
                            + (others.isEmpty()
                                    ? "add a metric that does not to metrics, and choose it with tune.metric=NAME"
                                    : "choose another with tune.metric, such as " + names(others)));
        }
    }

    private static String names(List<MetricInfo> infos) {
        return String.join(" and ", infos.stream().map(MetricInfo::name).toList());
    }

    /**
     * Returns the settings that move the experiment's metrics from the test split to the validation split, if they
     * offer it.
     */
    static Map<String, String> onValidation(Experiment experiment) {
        Map<String, String> settings = new TreeMap<>();
        experiment.parts().metrics().forEach(metric -> settings.putAll(MeasuredMetric.onValidation(metric)));
        return settings;
    }
}
