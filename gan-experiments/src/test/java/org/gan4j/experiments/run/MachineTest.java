package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    @TempDir
    Path folder;

    @Test
    void shares_are_between_0_and_100_and_what_is_free_is_part_of_the_disk() {
        SortedMap<String, Double> values = new MachineLoad(folder).values();

        assertThat(values)
                .containsKeys(
                        "system/system_memory_usage_percentage",
                        "system/disk_usage_percentage",
                        "system/disk_available_megabytes");
        assertThat(values).allSatisfy((name, value) -> assertThat(value)
                .isBetween(0.0, name.endsWith("percentage") ? 100 : 1e12));
        // In millions of bytes, as the name says.
        assertThat(values.get("system/disk_available_megabytes"))
                .isLessThanOrEqualTo(folder.toFile().getTotalSpace() / 1e6);
    }

    @Test
    void between_two_looks_there_is_a_pause() {
        MachineLoad machine = new MachineLoad(folder);

        assertThat(machine.values()).isNotEmpty();
        assertThat(machine.values()).isEmpty();
    }
}
