package org.gan4j.experiments.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The machine before anything was measured.
 *
 * @param processor  its model
 * @param processors how many of them this process may use
 * @param load       mean number of running processes over the last minute; negative where the system does not report it
 */
public record Machine(String processor, int processors, double load) {
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    /** Looks at this machine. */
    public static Machine now() {
        return new Machine(
                processor(PROCESSOR),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Returns the model that Linux reports, and elsewhere the architecture. */
    static String processor(Path description) {
        String architecture = System.getProperty("os.arch");
        try (Stream<String> lines = Files.lines(description)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        } catch (IOException e) {
            return architecture;
        }
    }
}
