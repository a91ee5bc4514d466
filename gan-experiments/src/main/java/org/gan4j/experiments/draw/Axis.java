package org.gan4j.experiments.draw;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Maps values to places on a figure.
 *
 * @param low         value at the place {@code from}
 * @param high        value at the place {@code to}
 * @param logarithmic whether equal ratios have equal lengths; values below {@code low} are then drawn at {@code from}
 */
public record Axis(double low, double high, double from, double to, boolean logarithmic) {
    private static final double DECADE = 10;
    private static final double HALF_DECADE = Math.sqrt(DECADE);
    /** Numbers that people count in. */
    private static final double[] ROUND = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
    /** Steps between ticks. */
    private static final double[] STEPS = {1, 2, 5, 10};
    /** Space around the real data, as a share of its extent: where a generator goes astray first. */
    private static final double MARGIN = 0.2;

    /** A linear axis. */
    public Axis(double low, double high, double from, double to) {
        this(low, high, from, to, false);
    }

    public double pixel(double value) {
        return from + share(value) * (to - from);
    }

    /** Returns the position of a value between {@code low}, 0, and {@code high}, 1. */
    private double share(double value) {
        return logarithmic ? Math.log(Math.max(value, low) / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    public boolean holds(double value) {
        return value >= low && value <= high;
    }

    /** The same values over other places. */
    public Axis over(double newFrom, double newTo) {
        return new Axis(low, high, newFrom, newTo, logarithmic);
    }

    /** An axis from a round number below the values with a margin to one above; its places are still to be chosen. */
    public static Axis around(double... values) {
        double low = Arrays.stream(values).filter(Double::isFinite).min().orElse(-1);
        double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        double centre = (low + high) / 2;
        double half = roundUp(Math.max((high - low) / 2 * (1 + 2 * MARGIN), 1e-6 + 1e-6 * Math.abs(centre)));
        double grain = half / 4;
        double middle = Math.rint(centre / grain) * grain;
        return new Axis(middle - half, middle + half, 0, 1);
    }

    /**
     * An axis from the least value to the greatest, with a margin on both sides; its places are still to be chosen. Values that are
     * not finite do not count.
     *
     * @param margin as a share of the extent
     * @param alone  the margin where all values are equal
     */
    public static Axis of(DoubleStream values, double margin, double alone) {
        double[] finite = values.filter(Double::isFinite).toArray();
        double low = DoubleStream.of(finite).min().orElse(0);
        double high = DoubleStream.of(finite).max().orElse(1);
        double space = high > low ? margin * (high - low) : alone;
        return new Axis(low - space, high + space, 0, 1);
    }

    /**
     * An axis for settings, from the least to the greatest. It is logarithmic where they span more than a decade and none is negative;
     * 0 then lies half a decade before the least positive value.
     */
    public static Axis spanning(double... values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        double least = Arrays.stream(values).filter(value -> value > 0).min().orElse(1);
        if (low >= 0 && high > DECADE * least) {
            return new Axis(low > 0 ? low : least / HALF_DECADE, high, 0, 1, true);
        }
        return of(Arrays.stream(values), 0, 0.5);
    }

    /** Five values that cut the axis into quarters. */
    public double[] quarters() {
        double[] quarters = new double[5];
        for (int i = 0; i < quarters.length; i++) {
            quarters[i] = low + (high - low) * i / 4;
        }
        return quarters;
    }

    /** The multiples of a step that lie on the axis. */
    public double[] multiples(double step) {
        return DoubleStream.iterate(Math.ceil(low / step), i -> i * step <= high, i -> i + 1)
                .map(i -> i * step)
                .toArray();
    }

    /** A step that cuts the axis into about so many parts: 1, 2 or 5 with zeros. */
    public double step(int parts) {
        return roundUp((high - low) / parts, STEPS);
    }

    /** The next number up that reads well. */
    public static double roundUp(double value) {
        return roundUp(value, ROUND);
    }

    private static double roundUp(double value, double[] round) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double factor : round) {
            if (factor * power >= value * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** A number on an axis of a PNG file, short. */
    public static String label(double value) {
        double tidy = Math.abs(value) < 1e-12 ? 0 : value;
        String text = String.format(Locale.ROOT, "%.4g", tidy);
        return text.contains("e") || !text.contains(".")
                ? text
                : text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
