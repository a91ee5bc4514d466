package org.gan4j.experiments.draw;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** A mean as a dot on a line that is its interval, to be set beside others on the same axis. As wide as there is room. */
public record Whisker(Axis axis) {
    /** A range that holds all of these. */
    public static Whisker over(DoubleStream values) {
        double[] all = values.filter(Double::isFinite).toArray();
        double high = DoubleStream.of(all).max().orElse(1);
        Axis axis = Axis.of(DoubleStream.of(all), 0.06, Math.max(1e-9, Math.abs(high) * 0.5));
        return new Whisker(axis.over(0, 100));
    }

    /** The SVG element; where the interval is not finite, the dot alone. */
    public String draw(double mean, double low, double high, int color) {
        StringBuilder svg = new StringBuilder("<svg class=\"whisker c" + color + "\" aria-hidden=\"true\">");
        svg.append(line("base", "0%", "100%", 9, 9));
        if (axis.low() < 0 && axis.high() > 0) {
            svg.append(line("zero", x(0), x(0), 0, 18));
        }
        if (Double.isFinite(low) && Double.isFinite(high)) {
            svg.append(line("range", x(low), x(high), 9, 9));
        }
        if (Double.isFinite(mean)) {
            svg.append("<circle cx=\"" + x(mean) + "\" cy=\"9\" r=\"4.5\"/>");
        }
        return svg.append("</svg>").toString();
    }

    private static String line(String kind, String left, String right, int top, int bottom) {
        return "<line class=\"" + kind + "\" x1=\"" + left + "\" x2=\"" + right + "\" y1=\"" + top + "\" y2=\"" + bottom
                + "\"/>";
    }

    private String x(double value) {
        return String.format(Locale.ROOT, "%.2f%%", axis.pixel(value));
    }
}
