package org.gan4j.experiments.plugins.jar;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version as OSGi compares it: three numbers, then a word. Maven's dash before the word is understood too. */
record Version(int major, int minor, int micro, String qualifier) implements Comparable<Version> {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(?:[.-]([\\w-]+))?");
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::micro)
            .thenComparing(Version::qualifier);

    /**
     * Reads {@code 1}, {@code 1.2}, {@code 1.2.3} or {@code 1.2.3.word}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Version parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a version such as 0.1.0");
        }
        String qualifier = matcher.group(4);
        return new Version(
                number(matcher.group(1)),
                number(matcher.group(2)),
                number(matcher.group(3)),
                qualifier == null ? "" : qualifier);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro + (qualifier.isEmpty() ? "" : "." + qualifier);
    }
}
