package org.gan4j.experiments.program.command.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.api.run.Check;
import org.gan4j.experiments.library.data.files.Cache;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir
    Path folder;

    @Test
    void data_that_is_absent_is_fine_and_damaged_data_has_a_remedy() throws IOException {
        Extensions extensions = Extensions.onClassPath();

        assertThat(DoctorCommand.data(extensions, new Cache(folder)).ok()).isTrue();

        Path images = folder.resolve("mnist/train-images-idx3-ubyte");
        Files.createDirectories(images.getParent());
        Files.writeString(images, "damaged");
        Check damaged = DoctorCommand.data(extensions, new Cache(folder));
        assertThat(damaged.detail()).contains("mnist damaged");
        assertThat(damaged.remedy()).isEqualTo("gan data fetch mnist fetches them anew");

        Check file = DoctorCommand.data(extensions, new Cache(images));
        assertThat(file.detail()).contains("but is a file");
        assertThat(file.remedy()).contains("GAN_DATA");
    }
}
