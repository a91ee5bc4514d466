package org.gan4j.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    @TempDir
    Path folder;

    @Test
    void the_model_is_that_of_the_first_processor() throws IOException {
        Path description = Files.writeString(
                folder.resolve("cpuinfo"), "processor\t: 0\nmodel name\t: Some Maker 9: 1 GHz\nmodel name\t: other\n");
        assertThat(Machine.processor(description)).isEqualTo("Some Maker 9: 1 GHz");
    }

    @Test
    void where_no_model_is_described_the_architecture_is_named() throws IOException {
        String architecture = System.getProperty("os.arch");
        Path description = Files.writeString(folder.resolve("cpuinfo"), "processor\t: 0\n");
        assertThat(Machine.processor(description)).isEqualTo(architecture);
        assertThat(Machine.processor(folder.resolve("none"))).isEqualTo(architecture);
    }
}
