package org.gan4j.binding;

import java.util.Optional;

/** The limits of what a user may write, so that a mistake or a foreign file is refused at once instead of filling the memory. */
public final class Limits {
    /** The most brackets around one value, levels of a YAML file, and dots in a key. */
    public static final int NESTING = 50;

    /** The most characters of one value, and of one argument of a command. */
    public static final int VALUE_LENGTH = 10_000;

    /** The most keys of one YAML file. */
    public static final int KEYS = 1_000;

    /** The most bytes of a YAML file. */
    public static final int FILE_BYTES = 1_000_000;

    /** The most cells of a grid. */
    public static final int GRID_CELLS = 1_000;

    /** The most mistakes that are looked for in the cells of a grid, and that are printed. */
    public static final int MISTAKES = 100;

    private Limits() {}

    /** Returns what is wrong with a value that is longer or nested more deeply than allowed. */
    public static Optional<String> fault(String value) {
        if (value.length() > VALUE_LENGTH) {
            return Optional.of("has " + value.length() + " characters; a value has at most " + VALUE_LENGTH);
        }
        return nesting(value) > NESTING
                ? Optional.of("is nested more than " + NESTING + " levels deep")
                : Optional.empty();
    }

    /** Returns what is wrong with a key that has more dots than allowed. */
    public static Optional<String> keyFault(String key) {
        return key.length() > VALUE_LENGTH || key.chars().filter(c -> c == '.').count() > NESTING
                ? Optional.of("has more than " + NESTING + " levels")
                : Optional.empty();
    }

    /** Returns the most levels of a value: brackets, and the dots of the keys within them. */
    private static int nesting(String value) {
        int depth = 0;
        int deepest = 0;
        char quote = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if ("[({".indexOf(c) >= 0) {
                deepest = Math.max(deepest, ++depth);
            } else if ("])}".indexOf(c) >= 0) {
                depth--;
            }
        }
        return deepest;
    }
}
