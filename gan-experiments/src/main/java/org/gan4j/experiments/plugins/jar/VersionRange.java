package org.gan4j.experiments.plugins.jar;

import java.util.Optional;

/**
 * A range as OSGi writes it: {@code [1.2,2)} is from 1.2 to below 2, and {@code 1.2} alone is 1.2 and above.
 *
 * @param high empty where there is no upper end
 */
record VersionRange(Version low, boolean withLow, Optional<Version> high, boolean withHigh) {
    /**
     * Reads a range.
     *
     * @throws IllegalArgumentException if it is none
     */
    static VersionRange parse(String text) {
        String range = text.strip();
        if (!range.startsWith("[") && !range.startsWith("(")) {
            return new VersionRange(Version.parse(range), true, Optional.empty(), false);
        }
        int comma = range.indexOf(',');
        if (comma < 0 || !range.endsWith("]") && !range.endsWith(")")) {
            throw new IllegalArgumentException("'" + text + "' is not a range of versions such as [0.1,1)");
        }
        return new VersionRange(
                Version.parse(range.substring(1, comma)),
                range.startsWith("["),
                Optional.of(Version.parse(range.substring(comma + 1, range.length() - 1))),
                range.endsWith("]"));
    }

    boolean includes(Version version) {
        int fromLow = version.compareTo(low);
        int toHigh = high.map(end -> end.compareTo(version)).orElse(1);
        return (withLow ? fromLow >= 0 : fromLow > 0) && (withHigh ? toHigh >= 0 : toHigh > 0);
    }
}
