package org.gan4j.experiments.library.metric.sets;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.experiments.library.metric.MemberMean;

/**
 * One distance from the held-out real examples, as a metric reports it: with the value of a perfect sampler beside it.
 *
 * @param name of the measurement
 */
record RealDistance(String name, RealComparison<MemberMean> comparison) {
    static RealDistance of(String name, Examples examples, Function<PointSet, MemberMean> distance) {
        return new RealDistance(name, RealComparison.of(examples, distance));
    }

    /** Measures generated examples. */
    List<Measurement> measured(Metric.Subject subject) {
        Map<String, Double> perfect =
                Map.of(Measurement.PERFECT, comparison.perfect().value());
        return List.of(comparison.examples().measurement(name, comparison.generated(subject), perfect));
    }

    List<Measurement> controls() {
        return comparison.controls(
                (control, found) -> List.of(comparison.examples().measurement(control, found, Map.of())));
    }

    Metric.Controlled measuredWithControls(Metric.Subject subject) {
        return new Metric.Controlled(measured(subject), controls());
    }
}
