package org.gan4j.experiments.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as people read them. */
public final class NumberText {
    private static final MathContext FOUR = new MathContext(4);
    private static final MathContext SIX = new MathContext(6);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private NumberText() {}

    /** Four significant digits, with a true minus sign; a dash for what is not finite. */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        String text;
        if (size == 0) {
            text = "0";
        } else if (size < 1e-4 || size >= 1e7) {
            text = String.format(Locale.ROOT, "%.3e", value);
        } else if (size >= 1e4) {
            text = String.format(Locale.ROOT, "%,.0f", value);
        } else {
            text = new BigDecimal(value).round(FOUR).stripTrailingZeros().toPlainString();
        }
        return text.replace('-', '−');
    }

    /** Returns the text of an interval from one number to another. */
    public static String interval(double low, double high) {
        return text(low) + " … " + text(high);
    }

    public static String percent(double share) {
        return Double.isFinite(share) ? Math.round(100 * share) + "\u00a0%" : "–";
    }

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "1 run", "2 runs". */
    public static String count(long number, String one) {
        return count(number) + " " + one + (number == 1 ? "" : "s");
    }

    public static String time(long millis) {
        return MINUTE.format(Instant.ofEpochMilli(millis));
    }

    public static String duration(long millis) {
        long seconds = Math.round(millis / 1000.0);
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** Six significant digits: as exact as a chart can show, in half of the bytes. */
    public static double shortened(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(SIX).doubleValue() : Double.NaN;
    }
}
