package org.gan4j.experiments.report.curve;

import java.util.List;
import java.util.Locale;
import org.gan4j.experiments.store.MetricSeries;

/**
 * One line of a chart; a value that is not finite is a gap.
 *
 * @param color number of the colour
 * @param style how it is drawn
 * @param x     steps
 * @param low   lower edge of the band; empty without one
 * @param high  upper edge of the band
 */
public record Curve(
        String label, int color, String style, List<Long> x, List<Double> y, List<Double> low, List<Double> high) {
    /** The style of a line. */
    public enum Style {
        SOLID,
        DASHED,
        /** A run that did not finish, and so is in no mean. */
        THIN;

        String lowerCase() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One run's line, thinned. */
    static Curve of(String label, int color, Style style, MetricSeries series) {
        CurveThinner.Points points = CurveThinner.line(series);
        return new Curve(label, color, style.lowerCase(), points.x(), points.y(), List.of(), List.of());
    }

    /** The mean over runs with a band from the least to the greatest, thinned. */
    static Curve of(String label, int color, Style style, List<MetricSeries> runs) {
        if (runs.size() == 1) {
            return of(label, color, style, runs.get(0));
        }
        CurveThinner.Points points = CurveThinner.band(runs);
        return new Curve(label, color, style.lowerCase(), points.x(), points.y(), points.low(), points.high());
    }

    /** This curve on a logarithmic axis, which has no place for 0 and below. */
    Curve positive() {
        return new Curve(label, color, style, x, positive(y), positive(low), positive(high));
    }

    private static List<Double> positive(List<Double> values) {
        return values.stream().map(value -> value > 0 ? value : Double.NaN).toList();
    }
}
