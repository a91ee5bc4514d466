package org.gan4j.experiments.report.curve;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Curves over the same steps and one vertical axis.
 *
 * @param title      above it
 * @param note       what one sees, in a sentence or two
 * @param log        whether the axis is logarithmic
 * @param range      least and greatest value of the axis; empty to fit the curves
 * @param references horizontal lines
 */
public record Chart(
        String title, String note, boolean log, List<Double> range, List<Reference> references, List<Curve> curves) {
    private static final double LOG_MARGIN = 1.3;

    /** A value to compare with. */
    public record Reference(double y, String label) {}

    /**
     * Charts that belong together.
     *
     * @param folded whether they are shown only when asked for
     */
    public record Group(String id, String title, String note, boolean folded, List<Chart> charts) {}

    public Chart {
        if (log) {
            curves = curves.stream().map(Curve::positive).toList();
        }
    }

    /** The same charts over one range that holds all of their curves, so that heights compare. All are logarithmic. */
    static List<Chart> onOneAxis(List<Chart> charts) {
        double[] values = charts.stream()
                .flatMap(chart -> chart.curves.stream())
                .flatMap(curve -> Stream.of(curve.y(), curve.low(), curve.high()))
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .filter(value -> value > 0)
                .toArray();
        if (values.length == 0) {
            return charts;
        }
        List<Double> range = List.of(
                DoubleStream.of(values).min().orElseThrow() / LOG_MARGIN,
                DoubleStream.of(values).max().orElseThrow() * LOG_MARGIN);
        return charts.stream()
                .map(chart -> new Chart(chart.title, chart.note, chart.log, range, chart.references, chart.curves))
                .toList();
    }
}
