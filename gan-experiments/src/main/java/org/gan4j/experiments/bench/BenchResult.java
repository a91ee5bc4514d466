package org.gan4j.experiments.bench;

import java.util.List;

/**
 * What a benchmark has measured.
 *
 * @param memoryMegabytes of this process with all runs open; NaN where the system does not report it
 * @param windows         number of windows of each run
 * @param limits          empty where no backend measures them
 * @param obstacles       why the numbers are not to be compared with others; empty if they may be
 */
public record BenchResult(
        Machine machine,
        double memoryMegabytes,
        int windows,
        List<RunTimes> runs,
        List<DeviceLimit> limits,
        List<String> obstacles) {
    /** Returns whether the numbers may be compared with others. */
    public boolean isComparable() {
        return obstacles.isEmpty();
    }
}
