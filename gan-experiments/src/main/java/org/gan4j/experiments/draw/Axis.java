package org.gan4j.experiments.draw;

import java.util.Arrays;

/**
 * Maps values to pixels.
 *
 * @param low   value at the pixel {@code from}
 * @param high  value at the pixel {@code to}
 */
public record Axis(double low, double high, double from, double to) {
    /** Steps that people count in. */
    private static final double[] ROUND = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
    /** Space around the real data, as a share of its extent: where a generator goes astray first. */
    private static final double MARGIN = 0.2;

    public double pixel(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }

    /** The same values over other pixels. */
    Axis over(double newFrom, double newTo) {
        return new Axis(low, high, newFrom, newTo);
    }

    /** Between a round number below the values with a margin and one above; pixels are still to be chosen. */
    static Axis around(double... values) {
        double low = Arrays.stream(values).filter(Double::isFinite).min().orElse(-1);
        double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        double centre = (low + high) / 2;
        double half = roundUp(Math.max((high - low) / 2 * (1 + 2 * MARGIN), 1e-6 + 1e-6 * Math.abs(centre)));
        double grain = half / 4;
        double middle = Math.rint(centre / grain) * grain;
        return new Axis(middle - half, middle + half, 0, 1);
    }

    /** The next number up that reads well. */
    public static double roundUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : ROUND) {
            if (step * power >= value * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** A number on an axis, short. */
    public static String label(double value) {
        double tidy = Math.abs(value) < 1e-12 ? 0 : value;
        String text = String.format(java.util.Locale.ROOT, "%.4g", tidy);
        return text.contains("e") || !text.contains(".")
                ? text
                : text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
