package org.gan4j.experiments.report.curve;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.registry.Extensions;

/** The descriptions of the metrics that this program ships, for runs whose records have none, as those of earlier versions. */
final class BuiltInMetrics {
    private BuiltInMetrics() {}

    static List<MetricInfo> infos() {
        Extensions available = Extensions.onClassPath();
        return available.contributions(Metric.POINT.id()).stream()
                .map(Contribution::name)
                .map(name -> metric(available, name))
                .flatMap(Optional::stream)
                .flatMap(metric -> metric.info().stream())
                .toList();
    }

    private static Optional<Metric> metric(Extensions available, String name) {
        return available
                .part(Metric.POINT, Metric.POINT.id(), new Setting.Text(name, name), new Problems())
                .map(Part::value);
    }
}
