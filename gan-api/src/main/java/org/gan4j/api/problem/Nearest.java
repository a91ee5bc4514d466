package org.gan4j.api.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the known word that is nearest to a mistyped one. */
public final class Nearest {
    private static final int SHORT = 3;

    private Nearest() {}

    /** Returns a phrase that suggests the nearest known word, or lists all words if none is near. */
    public static String hint(String word, Collection<String> known) {
        return hint("", word, known);
    }

    /**
     * Returns the same for words that all follow one prefix, which is shown but does not count, such as {@code loss.}
     * before a parameter.
     */
    public static String hint(String prefix, String word, Collection<String> known) {
        return to(word, known)
                .map(near -> "did you mean '" + prefix + near + "'?")
                .orElseGet(() -> known.isEmpty()
                        ? "there is none to choose from"
                        : known.stream().sorted().map(prefix::concat).collect(Collectors.joining(", ", "known: ", "")));
    }

    /**
     * Returns a phrase that suggests the full keys that end with a name: {@code loss.margin} for {@code margin}; empty
     * if none does.
     */
    public static Optional<String> below(String name, Collection<String> keys) {
        List<String> fitting = keys.stream()
                .filter(key -> key.endsWith("." + name))
                .distinct()
                .sorted()
                .map(key -> "'" + key + "'")
                .toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of("did you mean " + String.join(" or ", fitting) + "?");
    }

    /**
     * Returns the nearest known word: one that begins with this word, or is at most so many edits away: 1 for up to
     * three letters, 2 for up to eight, a third of the length beyond. Upper and lower case count as equal.
     */
    public static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> isNear(lower(word), lower(candidate)))
                .min(Comparator.<String>comparingInt(candidate -> distance(lower(word), lower(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isNear(String word, String candidate) {
        int limit = word.length() <= SHORT ? 1 : Math.max(2, word.length() / 3);
        return distance(word, candidate) <= limit || word.length() >= SHORT && candidate.startsWith(word);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Returns Levenshtein's distance: the number of letters to insert, delete or replace. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
