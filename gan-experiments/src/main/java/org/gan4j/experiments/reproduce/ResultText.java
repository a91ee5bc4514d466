package org.gan4j.experiments.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines in which a result is said. Numbers are written with a decimal point in every country. */
public final class ResultText {
    private final List<String> lines = new ArrayList<>();

    /** Adds a line as it stands; a table is one such line. */
    public void add(Object line) {
        lines.add(line.toString());
    }

    /** Adds a line with values in it, as {@link String#format}. */
    public void format(String format, Object... values) {
        add(number(format, values));
    }

    /** Returns values in a text. */
    public static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
