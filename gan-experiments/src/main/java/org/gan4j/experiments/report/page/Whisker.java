package org.gan4j.experiments.report.page;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A mean as a dot on a line that is its interval, to be set beside others over the same range.
 *
 * @param from value at the left end
 * @param to   value at the right end
 */
public record Whisker(double from, double to) {
    /** A range that holds all of these; what is not finite is passed over. */
    public static Whisker over(DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).toArray();
        double low = DoubleStream.of(finite).min().orElse(0);
        double high = DoubleStream.of(finite).max().orElse(1);
        double margin = high > low ? 0.06 * (high - low) : Math.max(1e-9, Math.abs(high) * 0.5);
        return new Whisker(low - margin, high + margin);
    }

    /** The drawing; where the interval is not finite, the dot alone. As wide as there is room. */
    public Html draw(double mean, double low, double high, int color) {
        StringBuilder svg = new StringBuilder("<svg class=\"whisker c" + color + "\" aria-hidden=\"true\">");
        svg.append(line("base", "0%", "100%", 9, 9));
        if (from < 0 && to > 0) {
            svg.append(line("zero", x(0), x(0), 0, 18));
        }
        if (Double.isFinite(low) && Double.isFinite(high)) {
            svg.append(line("range", x(low), x(high), 9, 9));
        }
        if (Double.isFinite(mean)) {
            svg.append("<circle cx=\"" + x(mean) + "\" cy=\"9\" r=\"4.5\"/>");
        }
        return new Html(svg.append("</svg>").toString());
    }

    private static String line(String kind, String left, String right, int top, int bottom) {
        return "<line class=\"" + kind + "\" x1=\"" + left + "\" x2=\"" + right + "\" y1=\"" + top + "\" y2=\"" + bottom
                + "\"/>";
    }

    private String x(double value) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * (value - from) / (to - from));
    }
}
