package org.gan4j.experiments.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.experiments.store.signal.RunSignals;

/** The load of the machine, under the names that MLflow shows as system metrics. Values that a system does not report are left out. */
final class MachineLoad {
    /** Between two looks; as often as MLflow itself looks. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final double MEGABYTE = 1e6;

    private final Path folder;
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long next = System.nanoTime();

    /** @param folder on the disk whose space is told */
    MachineLoad(Path folder) {
        this.folder = folder;
    }

    /** The values, if it is time for another look; otherwise none. */
    SortedMap<String, Double> values() {
        SortedMap<String, Double> values = new TreeMap<>();
        if (System.nanoTime() >= next) {
            next = System.nanoTime() + PAUSE.toNanos();
            look(values);
            values.values().removeIf(value -> !Double.isFinite(value) || value < 0);
        }
        return values;
    }

    private void look(Map<String, Double> values) {
        double total = system.getTotalMemorySize();
        double used = total - system.getFreeMemorySize();
        values.put(RunSignals.CPU, 100 * system.getCpuLoad());
        values.put(RunSignals.MEMORY, used / MEGABYTE);
        values.put(RunSignals.MEMORY_SHARE, 100 * used / total);
        values.put(RunSignals.PROCESS_MEMORY, ProcessMemory.megabytes());
        disk(values);
    }

    private void disk(Map<String, Double> values) {
        try {
            FileStore store = Files.getFileStore(folder);
            double free = store.getUsableSpace();
            values.put(RunSignals.DISK_FREE, free / MEGABYTE);
            values.put(RunSignals.DISK_SHARE, 100 * (1 - free / store.getTotalSpace()));
        } catch (IOException e) {
            // A disk that does not tell is no trouble of the training's.
        }
    }
}
