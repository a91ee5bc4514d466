package org.gan4j.experiments.report.curve;

import java.util.List;

/** The data that the script of a report draws. */
public record ChartData(List<Chart> charts, Gallery gallery) {
    /** About how large the pictures of a report are together, in bytes; as text they are a third larger. */
    public static final long PICTURES = 3_000_000;

    public static ChartData of(List<Chart.Group> groups, Gallery gallery) {
        return new ChartData(
                groups.stream().flatMap(group -> group.charts().stream()).toList(), gallery);
    }
}
