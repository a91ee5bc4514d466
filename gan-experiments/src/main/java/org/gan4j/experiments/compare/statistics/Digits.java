package org.gan4j.experiments.compare.statistics;

import java.util.Locale;

/** Numbers as people read them: four significant digits. */
public final class Digits {
    private static final double WHOLE = 1e4;
    private static final double SCIENTIFIC = 1e7;

    private Digits() {}

    public static String of(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value)) {
            return "-";
        } else if (value == Math.rint(value) && size < WHOLE) {
            return Long.toString((long) value);
        }
        return String.format(Locale.ROOT, size >= WHOLE && size < SCIENTIFIC ? "%.0f" : "%.4g", value);
    }

    /** Returns the interval, or the reason why there is none. */
    public static String of(Interval interval) {
        return interval.n() < Interval.LEAST
                ? "no interval: n = " + interval.n()
                : "[" + of(interval.low()) + ", " + of(interval.high()) + "]";
    }
}
