package org.gan4j.tensorflow.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Check;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("tensorflow")
class DevicesTest {
    @Test
    void cpu_is_cpu_and_hides_every_gpu_from_the_session() {
        Device cpu = Devices.of("cpu");
        assertThat(cpu.name()).isEqualTo("cpu");
        assertThat(cpu.config().getDeviceCountOrDefault("GPU", -1)).isZero();
    }

    @Test
    void auto_takes_a_gpu_if_there_is_one() {
        assertThat(Devices.of("auto").name()).startsWith(Devices.gpus().isEmpty() ? "cpu" : "gpu:");
    }

    @Test
    void tensorflow_sees_a_cpu() {
        assertThat(Devices.names()).anyMatch(name -> name.endsWith("CPU:0"));
    }

    @Test
    void an_unknown_device_is_refused_with_the_valid_ones() {
        assertThatThrownBy(() -> Devices.of("tpu"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("device: 'tpu' is not a device; choose auto, cpu or gpu:0");
    }

    @Test
    void a_gpu_that_is_not_there_is_refused_with_what_is_missing_and_the_remedy() {
        assumeTrue(Devices.gpus().isEmpty(), "this machine has a GPU");
        assertThatThrownBy(() -> Devices.of("gpu:0"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("gpu:0 cannot be used: ")
                .hasMessageContaining("use device=cpu");
    }

    @Test
    void each_thing_that_may_be_missing_has_a_message_of_its_own() {
        assertThat(GpuLibraries.explain(3, List.of(0, 1), true, List.of()))
                .isEqualTo("gpu:3 cannot be used: TensorFlow sees the GPUs [0, 1]; choose one of them");
        assertThat(GpuLibraries.explain(0, List.of(), false, List.of()))
                .contains("carries TensorFlow for the CPU only; build with mvn -Pgpu package");
        assertThat(GpuLibraries.explain(0, List.of(), true, List.of("libcuda.so.1", "libcudnn.so.9")))
                .contains("the NVIDIA driver is missing (libcuda.so.1)");
        assertThat(GpuLibraries.explain(0, List.of(), true, List.of("libcublas.so.12", "libcudnn.so.9")))
                .contains("missing libcublas.so.12, libcudnn.so.9; install CUDA 12 and cuDNN 9");
        assertThat(GpuLibraries.explain(0, List.of(), true, List.of())).contains("nvidia-smi");
    }

    @Test
    void a_library_counts_as_present_if_the_dynamic_loader_finds_it() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "names of libraries are those of Linux");
        assertThat(GpuLibraries.loads("libc.so.6")).isTrue();
        assertThat(GpuLibraries.loads("libthere-is-none.so.1")).isFalse();
    }

    @Test
    void a_gpu_is_named_by_its_model_where_all_are_alike(@TempDir Path driver) throws IOException {
        assertThat(GpuModels.common(driver.resolve("none"))).isEmpty();
        describe(driver.resolve("0000:01:00.0"), "NVIDIA A100");
        describe(driver.resolve("0000:02:00.0"), "NVIDIA A100");
        assertThat(GpuModels.common(driver)).contains("NVIDIA A100");
        describe(driver.resolve("0000:03:00.0"), "NVIDIA T4");
        assertThat(GpuModels.common(driver)).isEmpty();
    }

    private static void describe(Path gpu, String model) throws IOException {
        Files.writeString(
                Files.createDirectory(gpu).resolve("information"), "Model: \t\t " + model + "\nIRQ:   \t\t 11\n");
    }

    @Test
    void the_checks_say_version_and_devices() {
        List<Check> checks = Natives.check();
        assertThat(checks).allMatch(Check::ok);
        assertThat(checks.get(0).detail()).isEqualTo("version 2.18.0");
        assertThat(checks.get(1).detail()).contains("CPU:0");
    }
}
