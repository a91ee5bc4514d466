package org.gan4j.experiments.store;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;

/** The values of the controls of a run's metrics, {@code controls.json}, as they were last measured. */
public record MetricControls(List<Control> controls) {
    public static final MetricControls NONE = new MetricControls(List.of());

    /**
     * A control.
     *
     * @param metric the key of the measurement that it stands beside
     * @param name   what was measured, such as noise
     */
    public record Control(String metric, String name, double value) {}

    public MetricControls {
        controls = List.copyOf(controls);
    }

    /** Returns the controls of what a metric measured. */
    public static MetricControls of(Metric.Controlled measured) {
        return new MetricControls(measured.measured().stream()
                .flatMap(measurement -> of(measurement, measured))
                .toList());
    }

    private static Stream<Control> of(Measurement measurement, Metric.Controlled measured) {
        return measured.controlsOf(measurement).entrySet().stream()
                .map(control -> new Control(measurement.key(), control.getKey(), control.getValue()));
    }

    /** Returns these controls and newer ones, which take the place of those of the same metrics. */
    public MetricControls with(MetricControls newer) {
        List<String> metrics = newer.controls.stream().map(Control::metric).toList();
        return new MetricControls(Stream.concat(
                        controls.stream().filter(control -> !metrics.contains(control.metric())),
                        newer.controls.stream())
                .toList());
    }

    /** Returns the controls of one metric, by its key. */
    public List<Control> of(String metric) {
        return controls.stream()
                .filter(control -> control.metric().equals(metric))
                .toList();
    }
}
