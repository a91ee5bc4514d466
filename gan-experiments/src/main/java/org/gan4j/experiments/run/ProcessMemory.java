package org.gan4j.experiments.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Reads how much memory this process has, tensors included, which Java itself does not count. */
public final class ProcessMemory {
    private static final double MEGABYTE = 1e6;
    private static final Path PROCESS = Path.of("/proc/self/status");

    private ProcessMemory() {}

    /** Returns the resident memory in megabytes; NaN where the system does not report it. */
    public static double megabytes() {
        try (Stream<String> lines = Files.lines(PROCESS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / MEGABYTE)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
