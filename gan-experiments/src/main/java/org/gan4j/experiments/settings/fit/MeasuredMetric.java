package org.gan4j.experiments.settings.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.Nearest;
import org.gan4j.binding.PartWriter;

/**
 * One number that an experiment measures, and the metric that measures it.
 *
 * @param part the metric
 * @param info the number
 */
public record MeasuredMetric(Part<Metric> part, MetricInfo info) {
    /** Returns all numbers that the experiment's metrics measure. */
    public static List<MeasuredMetric> all(Experiment.Parts parts) {
        return parts.metrics().stream()
                .flatMap(part -> part.value().info().stream().map(info -> new MeasuredMetric(part, info)))
                .toList();
    }

    /** Returns the number that a user names, as {@code jsd} or as {@code eval/jsd}. */
    public static Optional<MeasuredMetric> named(String name, Experiment.Parts parts) {
        return all(parts).stream()
                .filter(metric -> metric.info.name().equals(full(name)))
                .findFirst();
    }

    /** Completes "the experiment …" about a name of which there is no number. */
    public static String unknown(String name, Experiment.Parts parts) {
        List<String> names =
                all(parts).stream().map(metric -> metric.info.name()).toList();
        return "does not measure " + full(name) + ", " + Nearest.hint(full(name), names);
    }

    private static String full(String name) {
        return Measurement.isEvaluation(name) ? name : Measurement.EVALUATION + name;
    }

    /**
     * Returns whether a recorded value is one of this number, under any protocol: {@code eval/parzen-n1000} is one of {@code
     * eval/parzen}.
     *
     * @param parts of the experiment whose value it is
     */
    public boolean isKey(String key, Experiment.Parts parts) {
        return all(parts).stream()
                .map(metric -> metric.info.name())
                .filter(name -> key.equals(name) || key.startsWith(name + "-"))
                // The longest name, since another number's name may begin with this one's.
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .filter(info.name()::equals)
                .isPresent();
    }

    /**
     * Returns the settings that move a metric from the test split to the validation split, by their keys; none if it does not look
     * at the test split, or does not offer the validation split.
     */
    public static Map<String, String> onValidation(Part<Metric> part) {
        boolean test = part.value().info().stream().anyMatch(MetricInfo::usesTestSplit);
        Optional<Metric> other = test ? part.value().onValidation() : Optional.empty();
        List<Map.Entry<String, String>> changed = new ArrayList<>();
        other.ifPresent(
                metric -> changed.addAll(PartWriter.plain().parameters(metric).entrySet()));
        changed.removeAll(PartWriter.plain().parameters(part.value()).entrySet());
        Map<String, String> settings = new TreeMap<>();
        changed.forEach(parameter -> settings.put(part.key() + "." + parameter.getKey(), parameter.getValue()));
        return settings;
    }
}
