package org.gan4j.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Decides whether times may be compared with others: not if the machine was busy, or if they differ among themselves. */
final class Comparability {
    /** A load above this share of the processors is that of a busy machine. */
    static final double BUSY = 0.25;

    /** Windows of one thing that differ by more than this factor were disturbed. */
    static final double DISTURBED = 1.25;

    private Comparability() {}

    /** Returns why the numbers are not to be compared, as parts of a sentence; empty if they may be. */
    static List<String> obstacles(Machine machine, List<RunTimes> runs, List<DeviceLimit> limits) {
        List<String> obstacles = new ArrayList<>();
        if (machine.load() < 0) {
            obstacles.add("this system does not report its load");
        } else if (machine.load() > BUSY * machine.processors()) {
            obstacles.add(String.format(
                    Locale.ROOT,
                    "the load of the last minute was %.2f before the start, above %.0f %% of the processors (%.2f)",
                    machine.load(),
                    100 * BUSY,
                    BUSY * machine.processors()));
        }
        runs.forEach(run -> disturbance(run.name(), run.millisecondsAStep(), obstacles));
        limits.forEach(limit -> disturbance(limit.what(), limit.amount(), obstacles));
        runs.stream()
                .filter(run -> !run.finite())
                .forEach(run -> obstacles.add(run.name() + " has values that are not finite"));
        return obstacles;
    }

    private static void disturbance(String of, MedianAndRange spread, List<String> obstacles) {
        if (spread.ratio() > DISTURBED) {
            obstacles.add(String.format(
                    Locale.ROOT,
                    "the measurements of %s differ by a factor of %.2f, above %.2f",
                    of,
                    spread.ratio(),
                    DISTURBED));
        }
    }
}
